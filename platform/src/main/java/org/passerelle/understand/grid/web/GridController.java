package org.passerelle.understand.grid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.screening.Screenings;
import org.passerelle.understand.grid.Grid;
import org.passerelle.understand.grid.Grids;
import org.passerelle.understand.grid.Question;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trafficking or delinquency: lists, a new grid, its evidence and conclusions. */
@Controller
@Allowed({
  Role.PROSECUTOR,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.FOCAL_POINT,
  // on the team of a case they see its grids
  Role.PLACEMENT_OFFICER,
  Role.FIRST_RESPONDER
})
class GridController implements RoomEntries {
  private static final String HERE = "/understand/grids";
  private static final int NAME = 100;
  private final Grids grids;
  private final Cases cases;
  private final Screenings screenings;
  private final Users users;
  private final OnceOnly once;

  GridController(Grids grids, Cases cases, Screenings screenings, Users users, OnceOnly once) {
    this.grids = grids;
    this.cases = cases;
    this.screenings = screenings;
    this.users = users;
    this.once = once;
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
  String list(@AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("lines", grids.all(who));
    model.addAttribute("file", null);
    return "understand/grid/list";
  }

  @GetMapping("/protect/cases/{id}/grids")
  String ofCase(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("file", cases.read(id, who));
    model.addAttribute("lines", grids.ofCase(id, who));
    return "understand/grid/list";
  }

  @GetMapping(HERE + "/new")
  String blank(@RequestParam(defaultValue = "") String code, Model model) {
    return form(
        Filled.with(Map.of("case", code.length() > 20 ? "" : code, "minor", "not_sure")), model);
  }

  private static String form(Filled form, Model model) {
    model.addAttribute("form", form);
    return "understand/grid/new";
  }

  @PostMapping(HERE)
  String begin(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String subject = form.neededCode("subject", Set.of("person", "group"));
    String minor = form.neededCode("minor", Set.of("yes", "no", "not_sure"));
    String title = form.neededText("title", NAME);
    String question = form.neededText("question", Filled.LONG);
    String code = form.text("case", 20).toUpperCase(Locale.ROOT);
    Optional<UUID> caseId = code.isEmpty() ? Optional.empty() : cases.byCode(code, who);
    if (!code.isEmpty() && caseId.isEmpty()) {
      form.errors().add("case", "grid.no-case");
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, model);
    }
    return once.run(
        form.once(),
        who,
        () ->
            HERE
                + "/"
                + grids.begin(
                    new Grids.Draft(
                        caseId.orElse(null),
                        caseId.map(id -> newest(id, who)).orElse(null),
                        subject,
                        minor,
                        title,
                        question),
                    who));
  }

  private @Nullable UUID newest(UUID caseId, SignedIn who) {
    Case found = cases.find(caseId, who);
    return screenings.ofCase(who, found.id()).stream()
        .findFirst()
        .map(screening -> screening.id())
        .orElse(null);
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return show(id, Filled.with(Map.of()), who, model);
  }

  private String show(UUID id, Filled form, SignedIn who, Model model) {
    Grid grid = grids.read(id, who);
    Set<UUID> people = new HashSet<>(Set.of(grid.madeBy()));
    grid.evidence().forEach(e -> people.add(e.by()));
    grid.conclusions().forEach(c -> people.add(c.by()));
    model.addAttribute("view", new GridPage(grid, users.names(people)));
    model.addAttribute("form", form);
    return "understand/grid/grid";
  }

  @PostMapping(HERE + "/{id}/evidence")
  String evidence(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String question = form.neededCode("of", Set.copyOf(Question.codes()));
    String side = form.neededCode("side-" + question, Set.of("for", "against"));
    String content = form.neededText("evidence-" + question, Filled.LONG);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(id, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          grids.add(id, question, side, content, who);
          return HERE + "/" + id;
        });
  }

  @PostMapping(HERE + "/{id}/evidence/{evidence}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @PathVariable UUID evidence,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          grids.withdraw(id, evidence, who);
          return HERE + "/" + id;
        });
  }

  @PostMapping(HERE + "/{id}/conclude")
  String conclude(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String code = form.neededCode("conclusion", Set.copyOf(Grids.CONCLUSIONS));
    String non = form.neededCode("non_punishment", Set.copyOf(Grids.NON_PUNISHMENT));
    String reasons = form.neededText("reasons", Filled.LONG);
    if (form.errors().isEmpty()) {
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              grids.conclude(id, code, non, reasons, who);
              Notices.leave(request, "good", page.text("grid.concluded"));
              return HERE + "/" + id;
            });
      } catch (Refused refused) {
        form.errors().add("conclusion", refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(id, form, who, model);
  }
}
