/// One small immutable tree for JSON and YAML documents, in which every node knows where it was written. Start with
/// [Node][dev.sextant.wire.tree.Node]; [JsonReader][dev.sextant.wire.tree.JsonReader] and
/// [YamlReader][dev.sextant.wire.tree.YamlReader] make it, [JsonWriter][dev.sextant.wire.tree.JsonWriter] writes it.
package dev.sextant.wire.tree;
