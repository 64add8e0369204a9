package org.passerelle.understand.grid.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.grid.Grid;
import org.passerelle.understand.grid.Grids;
import org.passerelle.understand.grid.Question;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Grids “trafficking or delinquency”: lists, new grids, their evidence and conclusions. */
@Controller
@Allowed({
  Role.PROSECUTOR,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.FOCAL_POINT,
  // as members of a case's team they see its grids
  Role.PLACEMENT_OFFICER,
  Role.FIRST_RESPONDER
})
class GridController implements RoomEntries {
  private static final String HERE = "/understand/grids";
  private static final String BLANK = "understand/grid/new";
  private static final int NAME = 100;
  private final Grids grids;
  private final Cases cases;
  private final Screenings screenings;
  private final Users users;

  GridController(Grids grids, Cases cases, Screenings screenings, Users users) {
    this.grids = grids;
    this.cases = cases;
    this.screenings = screenings;
    this.users = users;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand",
            40,
            "grid.nav",
            HERE,
            List.of(Role.PROSECUTOR, Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT)));
  }

  @GetMapping(HERE)
  String list(Act act) {
    return list(null, grids.all(act.who()), act);
  }

  @GetMapping("/protect/cases/{id}/grids")
  String ofCase(@PathVariable UUID id, Act act) {
    return list(cases.read(id, act.who()), grids.ofCase(id, act.who()), act);
  }

  private static String list(@Nullable Case file, List<Grids.Line> lines, Act act) {
    return act.with("file", file).with("lines", lines).show("understand/grid/list");
  }

  @GetMapping(HERE + "/new")
  String blank(@RequestParam(defaultValue = "") String code, Act act) {
    act.form(Map.of("case", code.length() > 20 ? "" : code, "minor", "not_sure"));
    return act.show(BLANK);
  }

  @PostMapping(HERE)
  String begin(Act act) {
    Filled form = act.form();
    String subject = form.neededCode("subject", Set.of("person", "group"));
    String minor = form.neededCode("minor", Set.of("yes", "no", "not_sure"));
    String title = form.neededText("title", NAME);
    String question = form.neededText("question", Filled.LONG);
    String code = form.text("case", 20).toUpperCase(Locale.ROOT);
    Optional<UUID> caseId = code.isEmpty() ? Optional.empty() : cases.byCode(code, act.who());
    if (!code.isEmpty() && caseId.isEmpty()) {
      form.errors().add("case", "grid.no-case");
    }
    return act.submit(
        () -> act.show(BLANK),
        () ->
            HERE
                + "/"
                + grids.begin(
                    new Grids.Draft(
                        caseId.orElse(null),
                        caseId.map(id -> newest(id, act.who())).orElse(null),
                        subject,
                        minor,
                        title,
                        question),
                    act.who()));
  }

  private @Nullable UUID newest(UUID caseId, SignedIn who) {
    Case found = cases.find(caseId, who);
    return screenings.ofCase(who, found.id()).stream()
        .findFirst()
        .map(screening -> screening.id())
        .orElse(null);
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    Grid grid = grids.read(id, act.who());
    Set<UUID> people = new HashSet<>(Set.of(grid.madeBy()));
    grid.evidence().forEach(e -> people.add(e.by()));
    grid.conclusions().forEach(c -> people.add(c.by()));
    return act.show("understand/grid/grid", new GridPage(grid, users.names(people)));
  }

  @PostMapping(HERE + "/{id}/evidence/{question}")
  String evidence(@PathVariable UUID id, @PathVariable String question, Act act) {
    if (!Question.codes().contains(question)) {
      throw new NotFound();
    }
    Filled form = act.form();
    String side = form.neededCode("side-" + question, Set.of("for", "against"));
    String content = form.neededText("evidence-" + question, Filled.LONG);
    return act.submit(
        () -> page(id, act),
        HERE + "/" + id,
        () -> grids.add(id, question, side, content, act.who()));
  }

  @PostMapping(HERE + "/{id}/evidence/{evidence}/withdraw")
  String withdraw(@PathVariable UUID id, @PathVariable UUID evidence, Act act) {
    return act.once(HERE + "/" + id, () -> grids.withdraw(id, evidence, act.who()));
  }

  @PostMapping(HERE + "/{id}/conclude")
  String conclude(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String code = form.neededCode("conclusion", Set.copyOf(Grids.CONCLUSIONS));
    String non = form.neededCode("non_punishment", Set.copyOf(Grids.NON_PUNISHMENT));
    String reasons = form.neededText("reasons", Filled.LONG);
    return act.refusalsAt("conclusion")
        .submit(
            () -> page(id, act),
            HERE + "/" + id,
            () -> {
              grids.conclude(id, code, non, reasons, act.who());
              act.notice("good", "grid.concluded");
            });
  }
}
