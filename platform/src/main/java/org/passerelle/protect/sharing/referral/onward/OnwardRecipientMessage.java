package org.passerelle.protect.sharing.referral.onward;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the sender of a recalled dossier about one further recipient: identifiers, the recipient's
 * name and the status.
 *
 * @param state {@code told}, {@code confirmed} or {@code forbidden}
 * @param law only if the state is {@code forbidden}
 */
public record OnwardRecipientMessage(
    UUID onward,
    UUID recipient,
    Wording name,
    String country,
    String state,
    WithdrawalAnswers.@Nullable Draft law) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A copy with a new status. */
  OnwardRecipientMessage now(String newState, WithdrawalAnswers.@Nullable Draft newLaw) {
    return new OnwardRecipientMessage(onward, recipient, name, country, newState, newLaw);
  }

  static OnwardRecipientMessage of(OnwardRecipient one) {
    WithdrawalAnswers.Statement law = one.law();
    return new OnwardRecipientMessage(
        one.onward(),
        one.recipient(),
        one.name(),
        one.country(),
        one.state(),
        law == null
            ? null
            : new WithdrawalAnswers.Draft(law.ground(), law.reference(), law.until()));
  }

  /** Serialises the message. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("onward", onward.toString());
    all.put("recipient", recipient.toString());
    all.put("name", name.byLanguage());
    all.put("country", country);
    all.put("state", state);
    if (law != null) {
      LocalDate until = law.until();
      all.put("ground", law.ground());
      all.put("reference", law.reference());
      all.put("until", until == null ? "" : until.toString());
    }
    return JSON.writeValueAsString(all);
  }

  static OnwardRecipientMessage read(String json) {
    JsonNode all = JSON.readTree(json);
    String until = all.path("until").asString("");
    String state = all.path("state").asString("told");
    return new OnwardRecipientMessage(
        UUID.fromString(all.path("onward").asString("")),
        UUID.fromString(all.path("recipient").asString("")),
        name(JSON.writeValueAsString(all.path("name"))),
        all.path("country").asString(""),
        state,
        state.equals("forbidden")
            ? new WithdrawalAnswers.Draft(
                all.path("ground").asString("other"),
                all.path("reference").asString(""),
                until.isEmpty() ? null : LocalDate.parse(until))
            : null);
  }

  public static String json(Wording name) {
    return JSON.writeValueAsString(name.byLanguage());
  }

  /**
   * Parses a name as stored or received; a missing language is filled from the first one present.
   */
  public static Wording name(String json) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : JSON.readTree(json).properties()) {
      found.put(one.getKey(), one.getValue().asString(""));
    }
    String other = found.values().stream().findFirst().orElse("…");
    Wording.LANGUAGES.forEach(language -> found.putIfAbsent(language, other));
    return new Wording(found);
  }
}
