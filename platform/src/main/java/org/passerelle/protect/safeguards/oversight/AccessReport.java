package org.passerelle.protect.safeguards.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.partner.Holidays;
import org.passerelle.protect.sharing.consent.DisclosureSummary;
import org.passerelle.refusal.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Report of accesses and disclosures in the officer's organisation over a period. Reading it is
 * itself logged as access to colleagues' data.
 */
@Service
public class AccessReport {
  private static final int MOST_REMARKABLE = 200;
  private final JdbcClient db;
  private final DisclosureSummary disclosureSummary;
  private final AuditReader reader;
  private final AuditLog audit;
  private final Users users;
  private final Organisations organisations;
  private final Holidays holidays;

  AccessReport(
      JdbcClient db,
      DisclosureSummary disclosureSummary,
      AuditReader reader,
      AuditLog audit,
      Users users,
      Organisations organisations,
      Holidays holidays) {
    this.db = db;
    this.disclosureSummary = disclosureSummary;
    this.reader = reader;
    this.audit = audit;
    this.users = users;
    this.organisations = organisations;
    this.holidays = holidays;
  }

  /**
   * Period of a report.
   *
   * @param from first day
   * @param to last day, not before the first
   * @param zone time zone of the days
   */
  public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    Instant begin() {
      return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
      return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /**
   * Activity of a colleague.
   *
   * @param name empty if unknown
   * @param counts by kind: {@code case}, {@code identity}, {@code content}, {@code search}, {@code
   *     out}, {@code refused}
   * @param outside number of accesses (all kinds but {@code refused}) outside working hours
   */
  public record Colleague(UUID user, String name, Map<String, Long> counts, long outside) {
    public Colleague {
      counts = Map.copyOf(counts);
    }

    /** Number by kind. */
    public long count(String kind) {
      return counts.getOrDefault(kind, 0L);
    }

    /** Total without refusals. */
    public long looks() {
      return counts.entrySet().stream()
          .filter(entry -> !entry.getKey().equals("refused"))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** Number of disclosures to a recipient on a kind of basis, and of the cases concerned. */
  public record Given(UUID recipient, String basis, long times, long cases) {}

  public record Whole(List<Colleague> colleagues, List<Given> given, List<AuditEntry> remarkable) {
    public Whole {
      colleagues = List.copyOf(colleagues);
      given = List.copyOf(given);
      remarkable = List.copyOf(remarkable);
    }

    /** Colleagues with any counted activity. */
    public List<Colleague> active() {
      return colleagues.stream().filter(one -> !one.counts.isEmpty()).toList();
    }

    /** Number of colleagues without counted activity. */
    public int idle() {
      return colleagues.size() - active().size();
    }

    /** Accesses of all colleagues of a kind. */
    public long count(String kind) {
      return colleagues.stream().mapToLong(one -> one.count(kind)).sum();
    }

    /** Accesses of all colleagues outside working hours. */
    public long outside() {
      return colleagues.stream().mapToLong(Colleague::outside).sum();
    }
  }

  /** The report of a period; this access is logged as well. */
  @Transactional
  public Whole of(Period period, SignedIn who) {
    Whole whole =
        new Whole(
            colleagues(period, who),
            given(period, who),
            reader.within(
                who.organisation(),
                null,
                period.begin(),
                period.end(),
                Kinds.REMARKABLE,
                0,
                MOST_REMARKABLE));
    audit.write(who, "report.read", "organisation", who.organisation(), days(period));
    return whole;
  }

  /**
   * An act of a colleague.
   *
   * @param code code of the case concerned, or empty
   * @param outside whether it was outside working hours
   */
  public record Look(AuditEntry entry, String code, boolean outside) {}

  /**
   * Accesses of a colleague in a period, newest first; this access is logged as well.
   *
   * @throws NotFound if no user of the organisation has this identifier
   */
  @Transactional
  public List<Look> of(UUID colleague, Period period, int offset, int limit, SignedIn who) {
    List<AuditEntry> entries =
        reader.within(
            who.organisation(),
            colleague,
            period.begin(),
            period.end(),
            Kinds.actions(),
            offset,
            limit);
    if (entries.isEmpty() && !isColleague(colleague, who)) {
      throw new NotFound();
    }
    Map<UUID, String> codes = codes(entries, who);
    WorkingHours hours = hours(period, who);
    audit.write(who, "report.read", "user", colleague, days(period));
    return entries.stream()
        .map(
            entry ->
                new Look(
                    entry, codes.getOrDefault(entry.subject(), ""), !hours.contain(entry.at())))
        .toList();
  }

  private boolean isColleague(UUID user, SignedIn who) {
    return users
        .find(user)
        .filter(one -> one.organisation().equals(who.organisation()))
        .isPresent();
  }

  private List<Colleague> colleagues(Period period, SignedIn who) {
    WorkingHours hours = hours(period, who);
    Map<UUID, Map<String, Long>> counts = new HashMap<>();
    Map<UUID, Long> outside = new HashMap<>();
    for (AuditReader.HourCount one :
        reader.byHour(who.organisation(), period.begin(), period.end())) {
      String kind = Kinds.of(one.action());
      if (one.user() != null && !kind.isEmpty()) {
        counts
            .computeIfAbsent(one.user(), u -> new HashMap<>())
            .merge(kind, one.count(), Long::sum);
        if (!kind.equals("refused") && !hours.contain(one.hour())) {
          outside.merge(one.user(), one.count(), Long::sum);
        }
      }
    }
    List<Colleague> all = new ArrayList<>();
    // including former colleagues and users from elsewhere
    Map<UUID, String> names = new HashMap<>(users.names(counts.keySet()));
    counts.keySet().forEach(id -> names.putIfAbsent(id, ""));
    users.in(who.organisation()).forEach(user -> names.put(user.id(), user.name()));
    names.forEach(
        (id, name) ->
            all.add(
                new Colleague(
                    id, name, counts.getOrDefault(id, Map.of()), outside.getOrDefault(id, 0L))));
    all.sort(Comparator.comparingLong(Colleague::looks).reversed().thenComparing(Colleague::name));
    return all;
  }

  private List<Given> given(Period period, SignedIn who) {
    return disclosureSummary.byBasis(who.organisation(), period.begin(), period.end()).stream()
        .map(one -> new Given(one.recipient(), one.basisKind(), one.times(), one.cases()))
        .toList();
  }

  /** Codes of cases by identifier of the case or of its person. */
  private Map<UUID, String> codes(Collection<AuditEntry> entries, SignedIn who) {
    List<UUID> subjects =
        entries.stream().map(AuditEntry::subject).filter(Objects::nonNull).distinct().toList();
    Map<UUID, String> codes = new HashMap<>();
    if (!subjects.isEmpty()) {
      db.sql(
              """
              select id, person, code from case_outline
               where organisation = :organisation and (id in (:subjects) or person in (:subjects))
              """)
          .param("organisation", who.organisation())
          .param("subjects", subjects)
          .query(
              row -> {
                codes.put(row.getObject("id", UUID.class), row.getString("code"));
                codes.putIfAbsent(row.getObject("person", UUID.class), row.getString("code"));
              });
    }
    return codes;
  }

  private WorkingHours hours(Period period, SignedIn who) {
    String country = organisations.find(who.organisation()).orElseThrow(NotFound::new).country();
    return new WorkingHours(holidays, country, period.zone());
  }

  private static Map<String, String> days(Period period) {
    return Map.of("from", period.from().toString(), "to", period.to().toString());
  }

  /** Names of the users in a report. */
  public Map<UUID, String> names(Collection<AuditEntry> entries) {
    return users.names(
        entries.stream()
            .map(AuditEntry::user)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
