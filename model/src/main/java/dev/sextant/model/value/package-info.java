/// The value of one parameter, and its shortest text. Start with [Value][dev.sextant.model.value.Value].
package dev.sextant.model.value;
