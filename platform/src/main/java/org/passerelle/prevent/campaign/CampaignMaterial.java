package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that was made for a campaign. The file itself lies elsewhere.
 *
 * @param kind one of {@link #KINDS}
 * @param versions the current version by language, such as 2 or May 2026
 * @param holder who holds the rights
 * @param basis one of {@link #BASES}
 * @param basisWords which licence, or which consents and where they are kept
 * @param until the last day of the rights, or null if none was agreed
 * @param place where it lies: an address, a shelf mark
 */
public record CampaignMaterial(
    String name,
    String kind,
    Map<String, String> versions,
    String holder,
    String basis,
    String basisWords,
    @Nullable LocalDate until,
    String place)
    implements CampaignText {
  /** Kinds, in the order of the form. */
  public static final List<String> KINDS =
      List.of("film", "poster", "leaflet", "school_kit", "post", "other");

  /** On what its use rests. */
  public static final List<String> BASES = List.of("own", "licence", "consent");

  /** Beginning of the field with the version in a language. */
  public static final String VERSION = "version-";

  public CampaignMaterial {
    versions = Map.copyOf(versions);
  }

  static CampaignMaterial of(CampaignFields fields) {
    Map<String, String> versions = new TreeMap<>();
    for (String field : fields.all().keySet()) {
      if (field.startsWith(VERSION) && !fields.one(field).isEmpty()) {
        versions.put(field.substring(VERSION.length()), fields.one(field));
      }
    }
    return new CampaignMaterial(
        fields.one("name"),
        fields.one("kind"),
        versions,
        fields.one("holder"),
        fields.one("basis"),
        fields.one("basis-words"),
        fields.dayOrNull("rights-until"),
        fields.one("place"));
  }

  /** Its languages, in a fixed order. */
  public List<String> languages() {
    return versions.keySet().stream().sorted().toList();
  }

  @Override
  public Map<String, List<String>> fields() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(name));
    fields.put("kind", List.of(kind));
    new TreeMap<>(versions)
        .forEach((language, version) -> fields.put(VERSION + language, List.of(version)));
    fields.put("holder", List.of(holder));
    fields.put("basis", List.of(basis));
    fields.put("basis-words", CampaignFields.of(basisWords));
    fields.put("rights-until", CampaignFields.of(until == null ? "" : until.toString()));
    fields.put("place", List.of(place));
    return fields;
  }

  @Override
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("name", name);
    versions.forEach((language, version) -> words.put(VERSION + language, version));
    words.put("holder", holder);
    words.put("basis-words", basisWords);
    words.put("place", place);
    return words;
  }
}
