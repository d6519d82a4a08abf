/// `./sextant`, tried with pretended JDKs and a pretended Maven in a checkout that holds nothing else.
package dev.sextant.checks.launcher;
