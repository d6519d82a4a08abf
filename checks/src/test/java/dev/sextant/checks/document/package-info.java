/// What the documents say: their code is cut from files that run, their links lead somewhere, their index is complete.
package dev.sextant.checks.document;
