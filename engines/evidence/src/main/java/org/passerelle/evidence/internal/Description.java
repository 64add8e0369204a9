package org.passerelle.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Signatory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code case-file.json}: what is in the container, and the head of each chain of custody. */
final class Description {
  static final String FORMAT = "passerelle-case-file/1";
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Description() {}

  static byte[] of(CaseFile file, List<Item> items, Signatory by, Instant at) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("number", file.number()).put("title", file.title());
    root.put("language", file.language()).put("organisation", file.organisation());
    root.put("compiledAt", at.toString()).put("version", file.version().word());
    root.put("compiledBy", by.id()).put("digestOfAll", digestOfAll(items));
    ArrayNode list = root.putArray("exhibits");
    items.forEach(item -> put(list.addObject(), item));
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode object, Item item) {
    Exhibit exhibit = item.exhibit();
    Digests digests = item.digests();
    object.put("number", exhibit.number()).put("included", item.included());
    object.put("size", digests.size());
    object.put("sha256", digests.sha256()).put("sha512", digests.sha512());
    ObjectNode custody = object.putObject("custody");
    custody.put("entries", item.chain().length()).put("head", item.chain().head());
    ArrayNode sources = object.putArray("derivedFrom");
    if (!item.included()) {
      object.put("keptBack", exhibit.keptBack());
      return;
    }
    exhibit.derivedFrom().forEach(sources::add);
    custody.put("holder", item.chain().holder());
    object.put("path", item.path()).put("mediaType", exhibit.mediaType());
    object.put("name", exhibit.fileName()).put("title", exhibit.title());
    object.put("disclosure", exhibit.disclosure().word()).put("derivation", exhibit.derivation());
    ObjectNode from = object.putObject("provenance");
    from.put("origin", exhibit.provenance().origin());
    from.put("seizure", exhibit.provenance().seizure());
    from.put("seal", exhibit.provenance().seal());
    from.put("storage", exhibit.provenance().storage());
  }

  /** A digest over all exhibits, the same in the versions for prosecution and defence. */
  static String digestOfAll(List<Item> items) {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> line(lines, item.exhibit().number(), item.digests()));
    return digestOf(lines);
  }

  static void line(StringBuilder lines, String number, Digests digests) {
    lines.append(number).append(' ').append(digests.sha256()).append(' ');
    lines.append(digests.sha512()).append('\n');
  }

  static String digestOf(StringBuilder lines) {
    return HexFormat.of()
        .formatHex(
            Measure.digest("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
