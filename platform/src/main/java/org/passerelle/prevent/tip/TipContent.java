package org.passerelle.prevent.tip;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody wrote, as it is sealed: a JSON document that browsers and this server write alike.
 *
 * @param kind {@code wrong}: something is wrong here; {@code help}: I need help; {@code more}: an
 *     addition
 * @param danger who is in danger now, in words
 * @param onward whether another organisation may read it
 */
public record TipContent(
    String kind,
    String what,
    String where,
    String when,
    String danger,
    boolean onward,
    List<TipFile> files) {
  /** Kinds of a new tip. */
  public static final Set<String> KINDS = Set.of("wrong", "help");

  private static final String FORMAT = "passerelle-tip-1";
  private static final int LONGEST = 20_000;
  private static final int MOST_FILES = 10;

  /** Without the pool of buffers, in which what was written last would stay. */
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build());

  public TipContent {
    files = List.copyOf(files);
  }

  /**
   * A file as it was attached.
   *
   * @param name as its sender called it, never a path
   */
  public record TipFile(String name, byte[] content) {}

  /** An answer or note of the team, or an addition without files. */
  static TipContent words(String kind, String words) {
    return new TipContent(kind, words, "", "", "", false, List.of());
  }

  byte[] json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("kind", kind);
    document.put("what", what);
    document.put("where", where);
    document.put("when", when);
    document.put("danger", danger);
    document.put("onward", onward);
    document.put(
        "files",
        files.stream()
            .map(
                file ->
                    Map.of(
                        "name",
                        file.name(),
                        "content",
                        Base64.getEncoder().encodeToString(file.content())))
            .toList());
    return JSON.writeValueAsBytes(document);
  }

  /**
   * Reads a document, which may come from any program: texts are cut to the length of a field and
   * broken files are left out. Empty if it is none.
   */
  static Optional<TipContent> read(byte[] json) {
    try {
      JsonNode document = JSON.readTree(json);
      if (!document.path("format").asString("").equals(FORMAT)) {
        return Optional.empty();
      }
      List<TipFile> files = new ArrayList<>();
      for (JsonNode file : document.path("files")) {
        decoded(file.path("content").asString(""))
            .ifPresent(
                content -> files.add(new TipFile(name(file.path("name").asString("")), content)));
      }
      return Optional.of(
          new TipContent(
              text(document, "kind"),
              text(document, "what"),
              text(document, "where"),
              text(document, "when"),
              text(document, "danger"),
              document.path("onward").asBoolean(false),
              files.stream().limit(MOST_FILES).toList()));
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode document, String field) {
    String text = document.path(field).asString("");
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static Optional<byte[]> decoded(String content) {
    try {
      return Optional.of(Base64.getDecoder().decode(content)).filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** Without what could be a path or hide an ending. */
  static String name(String called) {
    String plain = called.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("\\.{2,}", ".").strip();
    String bare = plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
    return bare.isBlank() || bare.startsWith(".") ? "file" + bare : bare;
  }
}
