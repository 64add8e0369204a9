package org.passerelle.evidence.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Disclosure;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Provenance;
import org.passerelle.evidence.redaction.Area;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of {@code case.json}; an unknown member is rejected, not ignored. */
record FolderDescription(
    Optional<String> number,
    Optional<String> title,
    Optional<String> language,
    Optional<String> organisation,
    List<Described> exhibits) {
  /** How a copy was made from its source, in the languages of the index. */
  private static final Map<String, String> REDACTED =
      Map.of(
          "en", "parts made unreadable, p. %s",
          "fr", "passages occultés, p. %s",
          "sr", "делови учињени нечитљивим, стр. %s");

  private static final Set<String> OF_CASE =
      Set.of("number", "title", "language", "organisation", "exhibits");
  private static final Set<String> OF_EXHIBIT =
      Set.of(
          "file",
          "number",
          "title",
          "mediaType",
          "origin",
          "seizure",
          "seal",
          "storage",
          "derivedFrom",
          "derivation",
          "disclosure",
          "keptBack",
          "redacts",
          "areas");
  private static final Set<String> OF_AREA = Set.of("page", "x", "y", "width", "height");

  /**
   * The description of one exhibit.
   *
   * @param file empty if it is a redacted copy of another exhibit
   */
  record Described(String file, String number, JsonNode said) {
    /** The exhibit of which it is a redacted copy, if it is one. */
    Optional<String> redacts() {
      return FolderDescription.text(said, "redacts");
    }

    List<Area> areas() {
      List<Area> areas = new ArrayList<>();
      for (JsonNode area : said.path("areas")) {
        refuseUnknown(area, OF_AREA);
        areas.add(
            new Area(
                (int) of(area, "page"),
                of(area, "x"),
                of(area, "y"),
                of(area, "width"),
                of(area, "height")));
      }
      return areas;
    }

    private double of(JsonNode area, String name) {
      JsonNode value = area.get(name);
      if (value == null || !value.isNumber()) {
        throw new BadCaseFile(
            "Exhibit %s: an area without “%s”. Maybe specify it in points (1/72 inch)."
                .formatted(number, name));
      }
      return value.asDouble();
    }

    /** A copy of the source, under a name that reveals nothing about it. */
    Exhibit redacted(Exhibit source, String language, Content content) {
      String pages =
          areas().stream()
              .map(Area::page)
              .distinct()
              .sorted()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      String name = number + ".pdf";
      return new Exhibit(
          number,
          name,
          text("title", name),
          "application/pdf",
          new Provenance("", "", "", text("storage", "")),
          List.of(source.number()),
          text("derivation", REDACTED.getOrDefault(language, "%s").formatted(pages)),
          disclosure(text("disclosure", "both")),
          text("keptBack", ""),
          content);
    }

    Exhibit exhibit(String type, Content content) {
      List<String> sources = new ArrayList<>();
      said.path("derivedFrom").forEach(source -> sources.add(source.asString("")));
      return new Exhibit(
          number,
          file,
          text("title", file),
          text("mediaType", type),
          new Provenance(
              text("origin", ""), text("seizure", ""), text("seal", ""), text("storage", "")),
          sources,
          text("derivation", ""),
          disclosure(text("disclosure", "both")),
          text("keptBack", ""),
          content);
    }

    private String text(String name, String otherwise) {
      return FolderDescription.text(said, name).orElse(otherwise);
    }

    private Disclosure disclosure(String word) {
      for (Disclosure disclosure : Disclosure.values()) {
        if (disclosure.word().equals(word.toLowerCase(Locale.ROOT))) {
          return disclosure;
        }
      }
      throw new BadCaseFile(
          "Exhibit %s: “%s” is not a valid disclosure. Maybe use both or prosecution."
              .formatted(number, word));
    }
  }

  static FolderDescription read(Optional<String> json) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(json.orElse("{}"));
      refuseUnknown(root, OF_CASE);
      List<Described> exhibits = new ArrayList<>();
      for (JsonNode one : root.path("exhibits")) {
        refuseUnknown(one, OF_EXHIBIT);
        if (one.has("redacts") == one.has("file")) {
          throw new BadCaseFile(
              "case.json: an exhibit has either “file” or “redacts”. Maybe one of them is missing.");
        }
        String file = one.has("file") ? needed(one, "file") : "";
        exhibits.add(new Described(file, needed(one, "number"), one));
      }
      return new FolderDescription(
          text(root, "number"),
          text(root, "title"),
          text(root, "language"),
          text(root, "organisation"),
          exhibits);
    } catch (JacksonException e) {
      throw new BadCaseFile(
          "case.json cannot be read (%s). Maybe there is a comma too many."
              .formatted(e.getOriginalMessage()),
          e);
    }
  }

  private static void refuseUnknown(JsonNode object, Set<String> known) {
    if (!object.isObject()) {
      throw new BadCaseFile(
          "case.json has a value that should be an object. Maybe see docs/case-file.md.");
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw new BadCaseFile(
            "case.json contains the unknown member “%s”. Maybe use one of %s."
                .formatted(name, known.stream().sorted().toList()));
      }
    }
  }

  private static String needed(JsonNode object, String name) {
    return text(object, name)
        .orElseThrow(
            () ->
                new BadCaseFile(
                    "case.json: an exhibit without “%s”. Maybe add it.".formatted(name)));
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new BadCaseFile(
          "case.json: “%s” is not a text. Maybe put quotes around it.".formatted(name));
    }
    return Optional.of(value.asString());
  }
}
