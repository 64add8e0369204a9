package org.passerelle.steer.iati.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.pages.Page;
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
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The programme as open data: what the file holds, what it does not and why, and the file. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
@EnableConfigurationProperties(IatiSettings.class)
class IatiPages {
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
  String page(
      @RequestParam(defaultValue = "0") String year,
      @RequestParam(defaultValue = "") String check,
      @ModelAttribute("page") Page page,
      Model model)
      throws IOException {
    Facts facts = register.facts();
    int present = page.moments().today().getYear();
    int shown =
        year.matches("[12][0-9]{3}")
            ? Integer.parseInt(year)
            : ProgrammeYear.latest(facts, present);
    ProgrammeYear programme = ProgrammeYear.of(facts, shown);
    Path standard = settings.standard();
    model.addAttribute(
        "view",
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
            standard != null && !check.isEmpty() ? checked(facts, shown, standard) : null));
    return "steer/iati";
  }

  @GetMapping("/steer/iati/{year}/programme.xml")
  @Transactional
  public void file(
      @PathVariable String year,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response)
      throws IOException {
    if (!year.matches("[12][0-9]{3}")) {
      throw new NotFound();
    }
    audit.write(who, "programme.exported", "programme", null, Map.of("year", year));
    response.setContentType("application/xml;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"programme-" + year + ".xml\"");
    write(Integer.parseInt(year), response.getOutputStream());
  }

  /** What the command asks while the house runs. */
  @GetMapping("/house/iati/{year}")
  @OpenToAll
  void forCommand(
      @PathVariable String year, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    command.check(request);
    if (!year.matches("[12][0-9]{3}")) {
      throw new NotFound();
    }
    response.setContentType("application/xml;charset=UTF-8");
    write(Integer.parseInt(year), response.getOutputStream());
  }

  private void write(int year, OutputStream target) throws IOException {
    OutputStream out = new BufferedOutputStream(target, 1 << 16);
    new ActivityFile(register.facts(), settings.publisher(), clock).write(year, out);
    out.flush();
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
