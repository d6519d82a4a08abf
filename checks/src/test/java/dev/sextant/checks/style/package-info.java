/// How the sources look: sizes, and what no source may contain.
package dev.sextant.checks.style;
