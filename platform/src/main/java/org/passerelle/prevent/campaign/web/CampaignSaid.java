package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.passerelle.pages.Page;
import org.passerelle.prevent.campaign.CampaignMaterial;
import org.passerelle.register.Entry;

/** What stands in the fields of campaigns, in the words of one page. For a single request. */
public final class CampaignSaid {
  /** Fields of codes, with the beginning of the keys of their words. */
  private static final Map<String, String> CODES =
      Map.of(
          "channels",
          "campaign.channel.",
          "channel",
          "campaign.channel.",
          "kind",
          "campaign.kind.",
          "basis",
          "campaign.basis.",
          "called-off",
          "campaign.called-off.");

  private final CampaignWords words;
  private final Page page;

  CampaignSaid(CampaignWords words, Page page) {
    this.words = words;
    this.page = page;
  }

  /** The name of a field. */
  public String label(String field) {
    return field.startsWith(CampaignMaterial.VERSION)
        ? page.text(
            "campaign.version.in",
            one("language", field.substring(CampaignMaterial.VERSION.length())))
        : page.text("campaign.field." + field);
  }

  /** The values of a field, joined. */
  public String of(String field, List<String> values) {
    return page.texts().series(values.stream().map(value -> one(field, value)).toList());
  }

  /** One value of a field. */
  public String one(String field, String value) {
    String prefix = CODES.get(field);
    if (prefix != null) {
      return page.text(prefix + value);
    }
    return switch (field) {
      case "countries", "country" -> words.label(CampaignWords.COUNTRIES, value, page.language());
      case "languages", "language" -> words.label(CampaignWords.LANGUAGES, value, page.language());
      case "from", "until", "rights-until" -> page.moments().date(LocalDate.parse(value));
      default ->
          words.entry(field, value).map(entry -> entry.name().in(page.language())).orElse(value);
    };
  }

  /** Where the entry of the register is read to which a field leads, or empty. */
  public String href(String field, String value) {
    return words.entry(field, value).map(Entry::href).orElse("");
  }
}
