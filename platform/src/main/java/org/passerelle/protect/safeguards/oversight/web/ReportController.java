package org.passerelle.protect.safeguards.oversight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.safeguards.oversight.AccessReport;
import org.passerelle.protect.safeguards.oversight.AccessReport.Look;
import org.passerelle.protect.safeguards.oversight.AccessReport.Period;
import org.passerelle.protect.safeguards.oversight.AccessReport.Whole;
import org.passerelle.protect.safeguards.oversight.ProgramReads;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pages of accesses and disclosures over a period, by colleague, for the data protection officer.
 */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class ReportController implements RoomEntries {
  private static final int PER_PAGE = 100;
  private static final int LONGEST_YEARS = 2;
  private final AccessReport report;
  private final Addressees organisations;
  private final Users users;
  private final ProgramReads reads;

  ReportController(AccessReport report, Addressees organisations, Users users, ProgramReads reads) {
    this.reads = reads;
    this.report = report;
    this.organisations = organisations;
    this.users = users;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            82,
            "oversight.nav",
            "/protect/reports",
            List.of(Role.DATA_PROTECTION_OFFICER)));
  }

  @GetMapping("/protect/reports")
  String report(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Act act) {
    Optional<Period> asked = period(from, to, act.page());
    Period period = asked.orElseGet(() -> usual(act.page()));
    Whole whole = report.of(period, act.who());
    act.with(
        "view",
        new ReportPage(
            period,
            asked.isEmpty() && !(from + to).isBlank(),
            whole,
            report.names(whole.remarkable()),
            recipients(whole, act.page()),
            alarms(act.who())));
    return "protect/oversight/report";
  }

  @GetMapping("/protect/reports/colleagues.csv")
  ResponseEntity<byte[]> table(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Act act) {
    Period period = period(from, to, act.page()).orElseGet(() -> usual(act.page()));
    String name = "access-%s-%s.csv".formatted(period.from(), period.to());
    return FileAnswer.saved(name, FileAnswer.CSV)
        .body(ColleagueTable.csv(report.of(period, act.who()), act.page().texts()));
  }

  @GetMapping("/protect/reports/colleagues/{id}")
  String colleague(@PathVariable UUID id, Act act) {
    Filled asked = act.asked();
    Period period =
        period(asked.shown("from"), asked.shown("to"), act.page())
            .orElseGet(() -> usual(act.page()));
    int shown = asked.number("number", 1, 10_000).orElse(1);
    List<Look> looks =
        new ArrayList<>(report.of(id, period, (shown - 1) * PER_PAGE, PER_PAGE + 1, act.who()));
    boolean more = looks.size() > PER_PAGE;
    act.with(
        "view",
        new ColleaguePage(
            id,
            users.names(List.of(id)).getOrDefault(id, act.text("form.not-known")),
            period,
            more ? looks.subList(0, PER_PAGE) : looks,
            shown,
            more));
    return "protect/oversight/colleague";
  }

  /** Marks an alarm about an API client as examined. */
  @PostMapping("/protect/reports/alarms/{id}")
  String lookedInto(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          reads.lookedInto(id, act.who());
          return "/protect/reports";
        });
  }

  private List<ReportPage.Alarm> alarms(SignedIn who) {
    List<ProgramReads.Alarm> alarms = reads.alarms(who.organisation());
    Map<UUID, String> names = users.names(alarms.stream().map(ProgramReads.Alarm::user).toList());
    return alarms.stream()
        .map(one -> new ReportPage.Alarm(one.id(), names.getOrDefault(one.user(), "…"), one.at()))
        .toList();
  }

  private Map<UUID, String> recipients(Whole whole, Page page) {
    return whole.given().stream()
        .map(AccessReport.Given::recipient)
        .distinct()
        .flatMap(id -> organisations.find(id).stream())
        .collect(Collectors.toMap(one -> one.id(), one -> one.name().in(page.language())));
  }

  /** Default period: from the first of last month until today. */
  private static Period usual(Page page) {
    LocalDate today = page.moments().today();
    return new Period(today.minusMonths(1).withDayOfMonth(1), today, page.moments().zone());
  }

  /** The requested period; empty if it is invalid or longer than two years. */
  private static Optional<Period> period(String from, String to, Page page) {
    try {
      Period period = new Period(LocalDate.parse(from), LocalDate.parse(to), page.moments().zone());
      boolean fits =
          !period.to().isBefore(period.from())
              && period.from().plusYears(LONGEST_YEARS).isAfter(period.to());
      return fits ? Optional.of(period) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
