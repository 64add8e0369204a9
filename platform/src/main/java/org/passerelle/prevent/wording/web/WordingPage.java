package org.passerelle.prevent.wording.web;

import java.util.List;
import java.util.Locale;
import org.passerelle.language.Wording;
import org.passerelle.pages.Page;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.wording.ToldCampaign;

/** The texts of a campaign with a field for each language. */
public record WordingPage(Campaign campaign, List<Part> parts) {
  private static final int LONG = 120;

  public WordingPage {
    parts = List.copyOf(parts);
  }

  /**
   * A text.
   *
   * @param text as it was entered
   * @param optional whether a letter leaves it out as long as nobody writes it
   * @param rows height of its fields, 0 for one line
   */
  public record Part(
      String key, String what, String text, boolean optional, int rows, List<Field> fields) {
    public Part {
      fields = List.copyOf(fields);
    }

    static Part of(ToldCampaign.Text text, boolean optional, Page page) {
      return new Part(
          text.key(),
          page.text(text.what()),
          text.text(),
          optional,
          text.text().length() > LONG ? 3 : 0,
          Wording.LANGUAGES.stream()
              .map(
                  language ->
                      new Field(
                          WordingController.field(text, language),
                          page.text("register.language." + language)))
              .toList());
    }
  }

  /** The field of a text in a language. */
  public record Field(String id, String language) {}

  /** What a field is called where it differs from what a colleague wrote; empty for others. */
  public String label(String field, Page page) {
    if (field.equals("told")) {
      return page.text("campaign.told");
    }
    for (Part part : parts) {
      for (Field one : part.fields()) {
        if (one.id().equals(field)) {
          return part.what() + ", " + one.language().toLowerCase(Locale.ROOT);
        }
      }
    }
    return "";
  }
}
