package org.passerelle.steer.release;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons by coded columns, from the same outlines as the figures of the work: no encrypted answer
 * is decrypted, and nothing that tells persons apart leaves this class but their number.
 */
@Component
class CountedPersons {
  private final JdbcClient db;

  CountedPersons(JdbcClient db) {
    this.db = db;
  }

  /** Persons of whom a case was opened in a period, for the variables of a release. */
  @Transactional(readOnly = true)
  public Records of(Period period, Release release) {
    List<List<String>> rows = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    List<Long> ones = new ArrayList<>();
    db.sql(
            """
            select c.person, c.form, c.minor, p.gender, n.country, n.many
              from case_outline c
              join person_outline p on p.id = c.person
              left join (select person, min(country) as country, count(*) as many
                           from person_nationality_outline group by person) n on n.person = c.person
             where c.opened_at >= :from and c.opened_at < :until
            """)
        .param("from", start(period.from()))
        .param("until", start(period.until()))
        .query(
            row -> {
              int citizenships = row.getInt("many");
              rows.add(
                  List.of(
                      known(release, 0, row.getString("form")),
                      known(release, 1, row.getString("gender")),
                      row.getBoolean("minor") ? DeclaredTables.MINOR : DeclaredTables.ADULT,
                      citizenships > 1
                          ? DeclaredTables.SEVERAL
                          : known(release, 3, row.getString("country"))));
              persons.add(row.getString("person"));
              ones.add(1L);
            });
    return Records.of(release, rows, persons, ones);
  }

  /** A code of the list, or unknown: a code that is in none tells of whoever entered it. */
  private static String known(Release release, int variable, @Nullable String code) {
    if (code == null) {
      return DeclaredTables.UNKNOWN;
    }
    Hierarchy tree = release.variables().get(variable).tree();
    int node = tree.node(code);
    return node > 0 && tree.isCategory(node) ? code : DeclaredTables.UNKNOWN;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
