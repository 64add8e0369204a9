package org.passerelle.protect.casework.phone;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.BroughtAnswers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record signed by a phone: one completed form. Its content is not trusted, only that the phone
 * sent it.
 *
 * @param user user who filled it in
 * @param digest digest of the form definition that was used
 * @param startedAt by the phone's clock
 * @param answers answers by question
 * @param said result computed and shown by the phone; null if there is none
 * @param about what it belongs to; null for a screening
 */
record DeliveredRecord(
    UUID id,
    UUID phone,
    UUID user,
    UUID organisation,
    String kind,
    String form,
    int version,
    String digest,
    Instant startedAt,
    Instant finishedAt,
    JsonNode answers,
    @Nullable Said said,
    @Nullable About about,
    List<Paper> papers) {
  static final String SCREENING = "screening";
  static final String FOLLOW_UP = "follow-up";
  static final String INTAKE = "intake";

  private static final Set<String> KINDS = Set.of(SCREENING, FOLLOW_UP, INTAKE);
  private static final int MOST_PAPERS = 20;
  private static final int CODE = 80;

  /** Maximum length of the name of a form. */
  private static final int FORM = 60;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  DeliveredRecord {
    papers = List.copyOf(papers);
  }

  /** Result of a screening shown by the phone. */
  record Said(String outcome, String urgency, boolean maybeMinor) {}

  /** What a visit or an intake belongs to; exactly one of these. */
  record About(
      @Nullable UUID followUp, @Nullable UUID caseId, @Nullable UUID record, String outcome) {}

  /**
   * A photograph of a document that is sent in pieces.
   *
   * @param sha256 digest of the complete encrypted file
   */
  record Paper(UUID id, String sha256) {}

  /**
   * Parses the signed content.
   *
   * @throws RejectedRecord if it is not a record
   */
  static DeliveredRecord read(String json) {
    try {
      JsonNode all = JSON.readTree(json);
      String kind = code(all, "kind");
      if (!KINDS.contains(kind)) {
        throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
      }
      BroughtAnswers.check(all.required("answers"));
      return new DeliveredRecord(
          id(all, "id"),
          id(all, "phone"),
          id(all, "user"),
          id(all, "organisation"),
          kind,
          code(all, "form", FORM),
          all.required("version").asInt(),
          code(all, "digest"),
          moment(all, "startedAt"),
          moment(all, "finishedAt"),
          all.required("answers"),
          said(all.path("said")),
          about(all.path("about")),
          papers(all.path("papers")));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE, e);
    }
  }

  private static @Nullable Said said(JsonNode said) {
    return said.isObject()
        ? new Said(
            code(said, "outcome"), code(said, "urgency"), said.required("maybeMinor").asBoolean())
        : null;
  }

  private static @Nullable About about(JsonNode about) {
    return about.isObject()
        ? new About(
            idOrNull(about, "followUp"),
            idOrNull(about, "case"),
            idOrNull(about, "record"),
            about.has("outcome") ? code(about, "outcome") : "")
        : null;
  }

  private static List<Paper> papers(JsonNode papers) {
    List<Paper> all = new ArrayList<>();
    if (papers.size() > MOST_PAPERS) {
      throw new IllegalArgumentException("Too many documents.");
    }
    for (JsonNode one : papers) {
      all.add(new Paper(id(one, "id"), code(one, "sha256")));
    }
    return all;
  }

  private static UUID id(JsonNode node, String name) {
    return UUID.fromString(node.required(name).asString());
  }

  private static @Nullable UUID idOrNull(JsonNode node, String name) {
    return node.hasNonNull(name) ? id(node, name) : null;
  }

  private static Instant moment(JsonNode node, String name) {
    return Instant.parse(node.required(name).asString());
  }

  private static String code(JsonNode node, String name) {
    return code(node, name, CODE);
  }

  /** A short code without free text. */
  private static String code(JsonNode node, String name, int most) {
    String text = node.required(name).asString();
    if (text.length() > most || !text.matches("[A-Za-z0-9_.@-]+")) {
      throw new IllegalArgumentException("%s is not a code.".formatted(name));
    }
    return text;
  }
}
