/// Help with what people mistype. Start with [Nearest][dev.sextant.model.text.Nearest].
package dev.sextant.model.text;
