package org.passerelle.protect.safeguards.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Countable answers by case: from the most recent form of the case with a question of this code,
 * otherwise from the most recent screening that led to it. Used only together with cases that the
 * reader may count.
 */
@Component
class CaseAnswers {
  private static final String NEWEST_FIRST =
      """
      select case when v.subject_kind = 'case' then v.subject else i.case_id end as case_id,
             v.submission, v.text_value, v.date_value
        from reporting_value_outline v
        left join screening_outline i on v.subject_kind = 'screening' and i.id = v.subject
       where v.organisation = :organisation and v.code = :code
         and (v.subject_kind = 'case' or i.case_id is not null)
       order by case when v.subject_kind = 'case' then 0 else 1 end, v.submitted_at desc, v.submission, v.place
      """;

  private final JdbcClient db;

  CaseAnswers(JdbcClient db) {
    this.db = db;
  }

  private record Answer(
      UUID file, UUID submission, @Nullable String code, @Nullable LocalDate day) {}

  /** Codes of each case that has an answer. */
  Map<UUID, List<String>> codes(String reporting, SignedIn who) {
    Map<UUID, List<String>> codes = new HashMap<>();
    newest(reporting, who)
        .forEach(
            (file, told) ->
                codes.put(
                    file,
                    told.stream()
                        .map(Answer::code)
                        .map(c -> c == null ? "" : c)
                        .distinct()
                        .toList()));
    return codes;
  }

  /** The date of each case that has one. */
  Map<UUID, LocalDate> days(String reporting, SignedIn who) {
    Map<UUID, LocalDate> days = new HashMap<>();
    newest(reporting, who)
        .forEach(
            (file, told) -> {
              LocalDate day = told.get(0).day();
              if (day != null) {
                days.put(file, day);
              }
            });
    return days;
  }

  private Map<UUID, List<Answer>> newest(String reporting, SignedIn who) {
    Map<UUID, List<Answer>> newest = new HashMap<>();
    db.sql(NEWEST_FIRST)
        .param("organisation", who.organisation())
        .param("code", reporting)
        .query(
            row -> {
              Answer told =
                  new Answer(
                      row.getObject("case_id", UUID.class),
                      row.getObject("submission", UUID.class),
                      row.getString("text_value"),
                      row.getObject("date_value", LocalDate.class));
              List<Answer> before = newest.computeIfAbsent(told.file, f -> new ArrayList<>());
              if (before.isEmpty() || before.get(0).submission.equals(told.submission)) {
                before.add(told);
              }
            });
    return newest;
  }
}
