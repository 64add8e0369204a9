package org.passerelle.steer.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.Release;
import org.passerelle.disclosure.Variable;
import org.passerelle.disclosure.cells.FewSources;
import org.passerelle.partner.Countries;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons by coded columns, from the same outlines as the figures of the work: no encrypted answer
 * is decrypted, and nothing that tells persons apart leaves this class but their number. A year
 * begins at midnight where the case or the investigation is.
 */
@Component
class CountedPersons {
  /** Fewest investigations behind a form of exploitation. */
  private static final int INVESTIGATIONS = 3;

  private final JdbcClient db;
  private final Countries countries;

  CountedPersons(JdbcClient db, Countries countries) {
    this.db = db;
    this.countries = countries;
  }

  /** The persons of a population in a period, for the variables of a release. */
  @Transactional(readOnly = true)
  public Records of(Population population, Period period, Release release) {
    Read read = new Read(new Within(period, countries));
    if (population == Population.VICTIMS) {
      victims(period, release, read);
    } else {
      suspects(population, period, release, read);
    }
    return Records.of(release, read.codes, read.persons, read.ones);
  }

  private void victims(Period period, Release release, Read read) {
    db.sql(
            """
            select c.person, c.form, c.minor, c.country as place, c.opened_at as at, p.gender,
                   n.country, n.many, o.type
              from case_outline c
              join person_outline p on p.id = c.person
              left join organisation_outline o on o.id = c.organisation
              left join (select person, min(country) as country, count(*) as many
                           from person_nationality_outline group by person) n on n.person = c.person
             where c.opened_at >= :from and c.opened_at < :until
            """)
        .param("from", widest(period.from(), -1))
        .param("until", widest(period.until(), 1))
        .query(
            row -> {
              if (read.within.holds(row)) {
                read.person(row.getString("person"), codes(row, release.variables()));
              }
            });
  }

  /**
   * The outline leaves out whoever was named by a victim whose basis has ended. Forms behind which
   * fewer than three investigations stand are counted together: many suspects of one form may all
   * be of one investigation (decisions 0172 and 0199).
   */
  private void suspects(Population population, Period period, Release release, Read read) {
    List<Suspect> found = new ArrayList<>();
    db.sql(
            """
            select s.id as person, s.sex, s.citizenship, s.minor, s.at, i.country as place,
                   i.id as investigation, i.form,
                   exists (select 1 from charge_outline c
                            where c.suspect = s.id and c.state = 'brought'
                              and c.brought_on >= :first and c.brought_on < :after) as prosecuted,
                   exists (select 1 from charge_outline c
                             join charge_outcome_outline o on o.charge = c.id
                            where c.suspect = s.id and o.kind = 'convicted' and o.replaced_by is null
                              and o.final_on >= :first and o.final_on < :after) as convicted
              from suspect_outline s
              join investigation_outline i on i.id = s.investigation
             where s.nature = 'natural'
            """)
        .param("first", period.from())
        .param("after", period.until())
        .query(
            row -> {
              boolean counts =
                  population == Population.SUSPECTED
                      ? read.within.holds(row)
                      : row.getBoolean(population.code());
              if (counts) {
                found.add(Suspect.of(row, release.variables()));
              }
            });
    Map<String, Set<String>> behind = new HashMap<>();
    found.forEach(
        one -> behind.computeIfAbsent(one.form, form -> new HashSet<>()).add(one.investigation));
    Set<String> few = FewSources.of(behind, INVESTIGATIONS);
    found.forEach(one -> read.person(one.person, one.codes(few)));
  }

  /** A suspect, with the investigation that stands behind the form. */
  private record Suspect(
      String person,
      String investigation,
      String sex,
      String age,
      String citizenship,
      String form) {
    static Suspect of(ResultSet row, List<Variable> variables) throws SQLException {
      return new Suspect(
          row.getString("person"),
          row.getString("investigation"),
          known(variables.get(0), row.getString("sex")),
          CountedPersons.age(row),
          known(variables.get(2), row.getString("citizenship")),
          known(variables.get(3), row.getString("form")));
    }

    List<String> codes(Set<String> few) {
      return List.of(sex, age, citizenship, few.contains(form) ? DeclaredTables.TOGETHER : form);
    }
  }

  private static String age(ResultSet row) throws SQLException {
    boolean minor = row.getBoolean("minor");
    if (row.wasNull()) {
      return DeclaredTables.UNKNOWN;
    }
    return minor ? DeclaredTables.MINOR : DeclaredTables.ADULT;
  }

  /** No day begins or ends further from midnight in UTC than a day. */
  static OffsetDateTime widest(LocalDate day, int days) {
    return day.plusDays(days).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** Whether something fell into a period where it happened; for one statement. */
  record Within(Period period, Function<String, ZoneId> zones) {
    Within(Period period, Countries countries) {
      this(period, remembered(countries));
    }

    private static Function<String, ZoneId> remembered(Countries countries) {
      Map<String, ZoneId> known = new HashMap<>();
      return place -> known.computeIfAbsent(place, countries::zone);
    }

    /** For a row with the columns {@code at} and {@code place}. */
    boolean holds(ResultSet row) throws SQLException {
      LocalDate day =
          LocalDate.ofInstant(Columns.instant(row, "at"), zones.apply(row.getString("place")));
      return !day.isBefore(period.from()) && day.isBefore(period.until());
    }
  }

  /** What was read so far. */
  private static final class Read {
    private final Within within;
    private final List<List<String>> codes = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();
    private final List<Long> ones = new ArrayList<>();

    Read(Within within) {
      this.within = within;
    }

    void person(String person, List<String> row) {
      codes.add(row);
      persons.add(person);
      ones.add(1L);
    }
  }

  /** The categories of somebody in a case, for the variables in their order. */
  static List<String> codes(ResultSet row, List<Variable> variables) throws SQLException {
    return List.of(
        known(variables.get(0), row.getString("form")),
        known(variables.get(1), row.getString("gender")),
        row.getBoolean("minor") ? DeclaredTables.MINOR : DeclaredTables.ADULT,
        row.getInt("many") > 1
            ? DeclaredTables.SEVERAL
            : known(variables.get(3), row.getString("country")),
        known(variables.get(4), row.getString("type")));
  }

  /** A code of the list, or unknown: a code that is in none tells of whoever entered it. */
  private static String known(Variable variable, @Nullable String code) {
    if (code == null) {
      return DeclaredTables.UNKNOWN;
    }
    Hierarchy tree = variable.tree();
    int node = tree.node(code);
    return node > 0 && tree.isCategory(node) ? code : DeclaredTables.UNKNOWN;
  }
}
