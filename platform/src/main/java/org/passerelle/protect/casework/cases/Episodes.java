package org.passerelle.protect.casework.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.language.PartialDate;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.person.KnownBirth;
import org.passerelle.protect.person.MinorRule;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Episodes of exploitation: place, time, form, means. Whether the person was a minor is determined
 * for each episode by their age at the time.
 */
@Service
public class Episodes {
  private static final CaseRecord.Shape EPISODE =
      new CaseRecord.Shape(
          "episode",
          "episode.added",
          "episode.details",
          """
          insert into episode
            (id, case_id, form, sector, from_year, until_year, minor_then, details, at, by_user)
          values
            (:id, :case, :form, :sector, :from, :until, :minor, :sealed, :at, :user)
          """);

  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final SealedPersons persons;
  private final CaseRecord records;
  private final Clock clock;

  Episodes(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      SealedPersons persons,
      CaseRecord records,
      Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.persons = persons;
    this.records = records;
    this.clock = clock;
  }

  /** Records an episode. */
  @Transactional
  public UUID add(UUID caseId, Draft draft, SignedIn who) {
    return add(caseId, draft, false, who);
  }

  /**
   * Records an episode.
   *
   * @param saidMinorThen whether the person was reported to be, or possibly to have been, under 18
   *     at the time; takes precedence over dates
   */
  @Transactional
  public UUID add(UUID caseId, Draft draft, boolean saidMinorThen, SignedIn who) {
    Case found = cases.find(caseId, who);
    PartialDate birth = KnownBirth.of(persons.identity(found.person().id(), who));
    boolean minor = saidMinorThen || minorThen(found.minor(), birth, from(draft));
    UUID id =
        records.add(
            EPISODE,
            caseId,
            Map.of(),
            who,
            (at, rows) -> add(new Written(caseId, at, who), draft, minor, rows));
    db.sql(
            "update protect_case set form = coalesce(form, :form), changed_at = :now where id = :case")
        .param("form", draft.form)
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
    return id;
  }

  /** Builds the rows of an episode, which the caller inserts and logs. */
  public UUID add(Written written, Draft draft, boolean minorThen, Rows rows) {
    PartialDate from = from(draft);
    PartialDate until =
        draft.details.until().isBlank() ? null : PartialDate.parse(draft.details.until());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("form", draft.form);
    row.put("sector", draft.sector);
    row.put("from", from == null ? null : KnownBirth.year(from.earliest()));
    row.put("until", until == null ? null : KnownBirth.year(until.latest()));
    row.put("minor", minorThen);
    UUID id = records.row(EPISODE, written, draft.form, row, draft.details, rows);
    for (String country : draft.countries.stream().distinct().toList()) {
      rows.add(
          "insert into episode_country (episode, country) values (:id, :country)",
          Map.of("id", id, "country", country));
    }
    for (String means : draft.means.stream().distinct().toList()) {
      rows.add(
          "insert into episode_means (episode, code) values (:id, :code)",
          Map.of("id", id, "code", means));
    }
    return id;
  }

  public static @Nullable PartialDate from(Draft draft) {
    return draft.details.from().isBlank() ? null : PartialDate.parse(draft.details.from());
  }

  /** Episodes of a case, latest first. */
  @Transactional(readOnly = true)
  public List<Episode> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select id, form, sector, minor_then, details from episode
             where case_id = :case order by coalesce(until_year, from_year) desc nulls last, at desc
            """)
        .param("case", caseId)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Episode(
                  id,
                  row.getString("form"),
                  row.getString("sector"),
                  codes(
                      "select country from episode_country where episode = :id order by country",
                      id),
                  codes("select code from episode_means where episode = :id order by code", id),
                  row.getBoolean("minor_then"),
                  sealed.open(caseId, EPISODE.place(), row.getBytes("details"), Details.class));
            })
        .list();
  }

  private List<String> codes(String sql, UUID id) {
    return db.sql(sql).param("id", id).query(String.class).list();
  }

  /**
   * Determined by the age at the time; without a date of the episode or of birth, the person counts
   * as a minor if the case does.
   */
  public boolean minorThen(
      boolean caseOfMinor, @Nullable PartialDate birth, @Nullable PartialDate from) {
    if (birth == null || from == null) {
      return caseOfMinor;
    }
    LocalDate today = Days.newest(clock.instant());
    return MinorRule.during(birth, from, today).needsNoMeans();
  }

  /** Data of an episode as entered. */
  public record Draft(
      String form,
      @Nullable String sector,
      List<String> countries,
      List<String> means,
      Details details) {
    public Draft {
      countries = List.copyOf(countries);
      means = List.copyOf(means);
    }
  }

  /**
   * The encrypted part of an episode.
   *
   * @param from EDTF text or empty
   * @param until EDTF text or empty
   * @param places description of places
   * @param debts what the person is said to owe, and to whom
   * @param account what happened, in the person's own words where possible
   */
  public record Details(String from, String until, String places, String debts, String account) {}

  public record Episode(
      UUID id,
      String form,
      @Nullable String sector,
      List<String> countries,
      List<String> means,
      boolean minorThen,
      Details details) {
    public Episode {
      countries = List.copyOf(countries);
      means = List.copyOf(means);
    }
  }
}
