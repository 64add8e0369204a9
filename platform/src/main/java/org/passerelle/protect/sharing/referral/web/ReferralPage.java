package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.language.DateSpans;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.onward.OnwardRequest;

/**
 * View of a sent referral or its draft.
 *
 * @param referral the referral, or null while it is being described
 * @param all referrals of the case
 * @param choices fields that can be given, with their values and what prevents giving them
 * @param onward requests to pass data on: those of others for a sent referral, the own one for a
 *     draft
 * @param placeOpen whether the present place of the person may be stated
 * @param providers who gives the service, nearest first
 * @param wishes what the person said they want, for the author; it is not sent
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

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Selected fields. */
  public List<FieldChoice> chosen() {
    return choices.stream().filter(FieldChoice::chosen).toList();
  }

  /** Whether the case has a value for this field that is not given. */
  public boolean leavesOut(Released field) {
    return choices.stream().anyMatch(c -> c.field() == field && !c.chosen());
  }

  /** Fields that the service needs, or the others. */
  public List<FieldChoice> group(boolean needed) {
    return choices.stream().filter(c -> c.needed() == needed).toList();
  }

  /**
   * A field that can be selected.
   *
   * @param value as text
   * @param objection reason why it may not be given, or empty
   */
  public record FieldChoice(
      Released field, String value, boolean needed, boolean chosen, String objection) {}

  /**
   * A screening answer that can be selected.
   *
   * @param question identifier of the question
   * @param told question and answer as text
   * @param category of data
   * @param objection reason why it may not be given, or empty
   */
  public record AnswerChoice(
      String question, String told, String category, boolean chosen, String objection) {}

  /** Values of a field as text in the reader's language. */
  public static String words(String field, List<String> values, CodeWords words, Page page) {
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

  /** A period whose end is itself a span already contains the separating dash. */
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

  private static String episode(String summary, CodeWords words, Page page) {
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
