package org.passerelle.protect.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateSpans;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Released;
import org.passerelle.protect.referral.OnwardRequest;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.urgency.DangerSigns;

/**
 * The pages of a referral that is sent.
 *
 * @param referral the one in question, or null while it is being described
 * @param all those of the case
 * @param choices fields that can be given, with their values and what stands against giving them
 * @param onward wishes to pass it on: of others for what was sent, one's own while it is a draft
 * @param placeOpen whether it may be said where the person is now
 * @param providers who gives the service, the nearest first
 * @param wishes what the person said they want, for whoever writes; it does not leave
 * @param bases consents and legal bases that could be used
 */
public record ReferralPage(
    Case file,
    @Nullable Referral referral,
    List<Referral> all,
    List<FieldChoice> choices,
    List<Option> bases,
    List<Referral.Message> messages,
    List<OnwardRequest> onward,
    Map<UUID, String> organisations,
    List<Option> recipients,
    boolean placeOpen,
    List<Option> providers,
    String wishes,
    Filled form,
    CaseWords words) {

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Ticked fields. */
  public List<FieldChoice> chosen() {
    return choices.stream().filter(FieldChoice::chosen).toList();
  }

  /** Whether the case holds something that is not given. */
  public boolean leavesOut(Released field) {
    return choices.stream().anyMatch(c -> c.field() == field && !c.chosen());
  }

  /** Those without which the service can hardly be given, or the others. */
  public List<FieldChoice> group(boolean needed) {
    return choices.stream().filter(c -> c.needed() == needed).toList();
  }

  /**
   * A field to be ticked or not.
   *
   * @param value in words
   * @param objection sentence that says why it may not go, or empty
   */
  public record FieldChoice(
      Released field, String value, boolean needed, boolean chosen, String objection) {}

  /**
   * An answer of a screening to be ticked or not.
   *
   * @param question its id
   * @param told question and answer in words
   * @param category of data
   * @param objection sentence that says why it may not go, or empty
   */
  public record AnswerChoice(
      String question, String told, String category, boolean chosen, String objection) {}

  /** Values of a field in words of the reader's language. */
  public static String words(String field, List<String> values, CaseWords words, Page page) {
    return switch (field) {
      case "nationalities" -> words.of("countries", values);
      case "languages" -> words.of("languages", values);
      case "form" -> words.of("forms_of_exploitation", values);
      case "gender" -> words.of("genders", values);
      case "how_came" -> words.of("how_came", values);
      case "vulnerabilities" -> words.of("vulnerabilities", values);
      case "safe_to_contact" -> words.of("safe_to_contact", values);
      case "danger" ->
          String.join(
              ", ",
              values.stream()
                  .filter(DangerSigns.TOLD::contains)
                  .map(told -> page.text("urgency." + told))
                  .toList());
      case "screened_identity",
          "screened_case",
          "screened_health",
          "screened_contact",
          "screened_narrative" ->
          words.told(values, page);
      case "birth" -> page.moments().partial(values.get(0));
      case "age" -> age(values.get(0), page);
      case "episodes" ->
          page.texts().series(values.stream().map(v -> episode(v, words, page)).toList());
      default -> String.join(", ", values);
    };
  }

  /** An end that is a span itself holds the stroke that parts the two. */
  private static String period(String fromAndUntil, Page page) {
    String[] ends = fromAndUntil.split("/", -1);
    return ends.length == 2
        ? new DateSpans(page.moments()).storedPeriod(ends[0], ends[1])
        : fromAndUntil.replace("/", " – ");
  }

  private static String age(String range, Page page) {
    String[] years = range.split("/", -1);
    return years.length < 2 || years[0].equals(years[1])
        ? page.text("referral.born", years[0])
        : page.text("referral.born-between", years[0], years[1]);
  }

  private static String episode(String summary, CaseWords words, Page page) {
    String[] parts = summary.split(";", -1);
    StringBuilder text = new StringBuilder(words.of("forms_of_exploitation", parts[0]));
    if (parts.length > 3) {
      if (!parts[1].isEmpty()) {
        text.append(", ").append(words.of("countries", List.of(parts[1].split(" ", -1))));
      }
      if (parts[2].length() > 1) {
        text.append(", ").append(period(parts[2], page));
      }
      if (!parts[3].isEmpty()) {
        text.append(", ").append(words.of("means_of_control", List.of(parts[3].split(" ", -1))));
      }
    }
    return text.toString();
  }
}
