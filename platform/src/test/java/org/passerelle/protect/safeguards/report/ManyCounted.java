package org.passerelle.protect.safeguards.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.passerelle.storage.House;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Random cases written directly into the tables, with answers of their forms. */
final class ManyCounted {
  static final List<String> STATES = List.of("signal", "presumed", "identified", "closed");
  static final List<String> FORMS = List.of("sexual", "labour", "forced_begging", "");
  static final List<String> COUNTRIES = List.of("RS", "AL", "FR", "MK", "BG");
  static final List<String> MEANS =
      List.of("WithholdsDocuments", "psl_uses_children", "Other", "_not_known");
  private static int written;

  private ManyCounted() {}

  /**
   * A case.
   *
   * @param means codes of the most recent answer; empty if it was not asked
   */
  record One(
      String state,
      String form,
      String country,
      String gender,
      boolean named,
      LocalDate opened,
      LocalDate contact,
      List<String> means) {}

  static List<One> draw(int many, Instant now, long seed) {
    Random random = new Random(seed);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<One> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      List<String> means = new ArrayList<>();
      for (String one : MEANS) {
        if (random.nextInt(4) == 0) {
          means.add(one);
        }
      }
      LocalDate opened = today.minusDays(random.nextInt(700));
      all.add(
          new One(
              of(STATES, random),
              of(FORMS, random),
              random.nextInt(40) == 0 ? "XK" : of(COUNTRIES, random),
              random.nextBoolean() ? "female" : "male",
              random.nextInt(10) == 0,
              opened,
              opened.minusDays(random.nextInt(60)),
              means));
    }
    return all;
  }

  private static String of(List<String> codes, Random random) {
    return codes.get(random.nextInt(codes.size()));
  }

  static void write(House house, UUID organisation, List<One> all) {
    List<Map<String, Object>> persons = new ArrayList<>();
    List<Map<String, Object>> cases = new ArrayList<>();
    List<Map<String, Object>> forms = new ArrayList<>();
    List<Map<String, Object>> answers = new ArrayList<>();
    for (One one : all) {
      Map<String, Object> row = row(one, organisation);
      persons.add(row);
      cases.add(row);
      if (!one.means.isEmpty()) {
        // an older submission with other answers does not count
        submission(row, List.of("isolation"), 1, forms, answers);
        submission(row, one.means, 2, forms, answers);
      }
    }
    NamedParameterJdbcOperations named = house.get(NamedParameterJdbcOperations.class);
    batch(
        named,
        """
        insert into person (id, organisation, version, state, gender, maybe_minor, created_at, changed_at, marked)
        values (:person, :organisation, 1, 'active', :gender, false, :opened, :opened, true)
        """,
        persons);
    batch(
        named,
        """
        insert into protect_case
          (id, organisation, person, code, version, state, country, form, minor, non_punishment, first_contact,
           how_came, safe_to_contact, asylum, lead_user, closed_to_named, details, opened_at, changed_at, marked, due_kept)
        values
          (:id, :organisation, :person, :code, 1, :state, :country, :form, false, false, :contact,
           'self', 'not_known', 'none', :person, :named, :details, :opened, :opened, true, true)
        """,
        cases);
    batch(
        named,
        """
        insert into submission
          (id, organisation, subject_kind, subject, sealed_under, form, version, digest, state, revision, content,
           created_by, created_at, changed_by, changed_at, submitted_by, submitted_at)
        values
          (:submission, :organisation, 'case', :id, :id, 'htcds-intake', 1, 'x', 'submitted', 1, :details,
           :person, :at, :person, :at, :person, :at)
        """,
        forms);
    batch(
        named,
        """
        insert into reporting_value (submission, organisation, form, code, place, text_value)
        values (:submission, :organisation, 'htcds-intake', 'means_of_control', :place, :value)
        """,
        answers);
  }

  private static Map<String, Object> row(One one, UUID organisation) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", UUID.randomUUID());
    row.put("person", UUID.randomUUID());
    row.put("organisation", organisation);
    written++;
    row.put(
        "code",
        String.format(Locale.ROOT, "r%6s", Integer.toString(written, 36)).replace(' ', '0'));
    row.put("state", one.state);
    row.put("country", one.country);
    row.put("form", one.form.isEmpty() ? null : one.form);
    row.put("gender", one.gender);
    row.put("named", one.named);
    row.put("contact", one.contact);
    row.put("opened", one.opened.atTime(12, 0).atOffset(ZoneOffset.UTC));
    row.put("details", new byte[] {1});
    return row;
  }

  private static void submission(
      Map<String, Object> of,
      List<String> codes,
      int day,
      List<Map<String, Object>> forms,
      List<Map<String, Object>> answers) {
    Map<String, Object> form = new HashMap<>(of);
    form.put("submission", UUID.randomUUID());
    form.put("at", Objects.requireNonNull((OffsetDateTime) of.get("opened")).plusDays(day));
    forms.add(form);
    for (int place = 0; place < codes.size(); place++) {
      Map<String, Object> answer = new HashMap<>(form);
      answer.put("place", place);
      answer.put("value", codes.get(place));
      answers.add(answer);
    }
  }

  @SuppressWarnings("unchecked")
  private static void batch(
      NamedParameterJdbcOperations named, String sql, List<Map<String, Object>> rows) {
    for (int i = 0; i < rows.size(); i += 5_000) {
      named.batchUpdate(sql, rows.subList(i, Math.min(rows.size(), i + 5_000)).toArray(Map[]::new));
    }
  }
}
