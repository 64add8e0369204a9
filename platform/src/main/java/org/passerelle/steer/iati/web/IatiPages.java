package org.passerelle.steer.iati.web;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.Role;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.iati.ActivityFile;
import org.passerelle.steer.iati.ActivityPeriod;
import org.passerelle.steer.iati.IatiSettings;
import org.passerelle.steer.iati.ProgrammeYear;
import org.passerelle.steer.iati.Redactions;
import org.passerelle.steer.iati.StandardCheck;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The programme as open data: the content of the file, what was left out and why, and the file
 * itself.
 */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
@EnableConfigurationProperties(IatiSettings.class)
class IatiPages {
  private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
  private final Register register;
  private final IatiSettings settings;
  private final AuditLog audit;
  private final OperatorsCommand command;
  private final Clock clock;

  IatiPages(
      Register register,
      IatiSettings settings,
      AuditLog audit,
      OperatorsCommand command,
      Clock clock) {
    this.register = register;
    this.settings = settings;
    this.audit = audit;
    this.command = command;
    this.clock = clock;
  }

  @GetMapping("/steer/iati")
  String page(Act act) throws IOException {
    Facts facts = register.facts();
    Page page = act.page();
    int present = page.moments().today().getYear();
    String year = act.asked().shown("year");
    int shown = isYear(year) ? Integer.parseInt(year) : ProgrammeYear.latest(facts, present);
    ProgrammeYear programme = ProgrammeYear.of(facts, shown);
    Path standard = settings.standard();
    return act.show(
        "steer/iati",
        new IatiPage(
            shown,
            ProgrammeYear.years(facts, present),
            facts
                .find("organisation", settings.organisation())
                .map(o -> o.name().in(page.language()))
                .orElse(settings.organisation()),
            settings.identifier(),
            programme.activities().stream().map(a -> line(a, page)).toList(),
            programme.leftOut().stream().map(l -> leftOut(l, page)).toList(),
            withheld(facts, page),
            standard != null,
            standard != null && act.asked().ticked("check")
                ? checked(facts, shown, standard)
                : null));
  }

  @GetMapping("/steer/iati/{year}/programme.xml")
  @Transactional
  public ResponseEntity<byte[]> file(@PathVariable String year, Act act) throws IOException {
    byte[] programme = written(year);
    audit.write(act.who(), "programme.exported", "programme", null, Map.of("year", year));
    return FileAnswer.saved("programme-" + year + ".xml", XML).body(programme);
  }

  /** Endpoint for the operator's command while the server runs. */
  @GetMapping("/house/iati/{year}")
  @OpenToAll
  ResponseEntity<byte[]> forCommand(@PathVariable String year, Act act) throws IOException {
    command.check(act);
    return FileAnswer.saved("programme-" + year + ".xml", XML).body(written(year));
  }

  private static boolean isYear(String year) {
    return year.matches("[12][0-9]{3}");
  }

  private byte[] written(String year) throws IOException {
    if (!isYear(year)) {
      throw new NotFound();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    new ActivityFile(register.facts(), settings.publisher(), clock)
        .write(Integer.parseInt(year), out);
    return out.toByteArray();
  }

  private List<StandardCheck.Problem> checked(Facts facts, int year, Path standard)
      throws IOException {
    Path file = Files.createTempFile("programme", ".xml");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        new ActivityFile(facts, settings.publisher(), clock).write(year, out);
      }
      return StandardCheck.in(standard, clock).check(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static IatiPage.Line line(ProgrammeYear.Activity activity, Page page) {
    Entry project = activity.project();
    ActivityPeriod period = activity.period();
    List<String> unclear = new ArrayList<>();
    if (period.start() != ActivityPeriod.Known.DAY) {
      unclear.add(page.text("iati.unclear." + period.start().name().toLowerCase(Locale.ROOT)));
    }
    if (!project.text("sector").matches("[0-9]{5}")) {
      unclear.add(page.text("iati.unclear.sector"));
    }
    if (project.rows("budget").isEmpty()) {
      unclear.add(page.text("iati.unclear.budget"));
    }
    LocalDate from = period.from();
    return new IatiPage.Line(
        project.name().in(page.language()),
        "/steer/projects/" + project.id(),
        from == null ? page.text("iati.not-known") : page.moments().date(from),
        unclear);
  }

  private static IatiPage.LeftOut leftOut(ProgrammeYear.LeftOut one, Page page) {
    return new IatiPage.LeftOut(
        one.project().name().in(page.language()),
        "/steer/projects/" + one.project().id(),
        page.text("iati.why." + one.why().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static List<IatiPage.Withheld> withheld(Facts facts, Page page) {
    List<IatiPage.Withheld> all = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      for (Redactions.Row row : Redactions.of(project, facts).rows()) {
        all.add(
            new IatiPage.Withheld(
                project.name().in(page.language()),
                "/steer/projects/" + project.id(),
                row.element(),
                row.reason().in(page.language()),
                row.understood()));
      }
    }
    return all;
  }
}
