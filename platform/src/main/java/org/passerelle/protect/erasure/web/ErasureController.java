package org.passerelle.protect.erasure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.pages.Today;
import org.passerelle.protect.erasure.Erasures;
import org.passerelle.protect.erasure.PersonErasure;
import org.passerelle.protect.erasure.Retention;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Retention and erasure, for the data protection officer. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class ErasureController implements RoomEntries, Today {
  private static final int SHOWN = 50;
  private static final int LONGEST_MONTHS = 600;
  private static final int LONGEST_YEARS = 10;
  private final Erasures erasures;
  private final PersonErasure act;
  private final Retention retention;
  private final Organisations organisations;
  private final Users users;
  private final OnceOnly once;

  ErasureController(
      Erasures erasures,
      PersonErasure act,
      Retention retention,
      Organisations organisations,
      Users users,
      OnceOnly once) {
    this.erasures = erasures;
    this.act = act;
    this.retention = retention;
    this.organisations = organisations;
    this.users = users;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            85,
            "erasure.nav",
            "/protect/retention",
            List.of(Role.DATA_PROTECTION_OFFICER)));
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      return List.of();
    }
    List<Retention.Due> due = retention.due(who, SHOWN);
    return due.isEmpty()
        ? List.of()
        : List.of(
            new Item(
                page.moments().now(),
                page.text("erasure.today", due.size()),
                page.text("erasure.today.what"),
                "/protect/retention",
                page.text("erasure.today.do")));
  }

  @GetMapping("/protect/retention")
  String overview(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    return show(Filled.with(Map.of()), "", page, who, model);
  }

  @PostMapping("/protect/retention")
  String rules(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    Map<String, Integer> months = new LinkedHashMap<>();
    for (String purpose : Retention.USUAL.keySet()) {
      form.number(purpose, 1, LONGEST_MONTHS)
          .ifPresentOrElse(
              number -> months.put(purpose, number),
              () -> form.errors().add(purpose, "form.error.number", 1, LONGEST_MONTHS));
    }
    if (!form.errors().isEmpty()) {
      return show(form, "", page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          retention.keep(months, who);
          Notices.leave(request, "good", page.text("erasure.rules.saved"));
          return "/protect/retention";
        });
  }

  @PostMapping("/protect/retention/{purpose:assistance|screening|dossier}/{id}/keep")
  String keep(
      @PathVariable String purpose,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    LocalDate until =
        form.neededDay("until-" + id, today.plusYears(LONGEST_YEARS), today.plusYears(1));
    if (form.errors().isEmpty() && until.isBefore(today)) {
      form.errors().add("until-" + id, "erasure.error.past");
    }
    String reason = form.neededText("reason-" + id, 2_000);
    if (!form.errors().isEmpty()) {
      return show(form, id.toString(), page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          retention.keepUntil(purpose, id, until, reason, who);
          Notices.leave(request, "good", page.text("erasure.kept", page.moments().date(until)));
          return "/protect/retention";
        });
  }

  @PostMapping("/protect/retention/{purpose:assistance|screening|dossier}/{id}/end")
  String end(
      @PathVariable String purpose,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          if (purpose.equals("assistance")) {
            act.ask(erasures.of(id, who), "retention_ended", who);
            Notices.leave(request, "good", page.text("erasure.asked"));
          } else if (purpose.equals("screening")) {
            erasures.eraseScreening(id, who);
            Notices.leave(request, "good", page.text("erasure.done"));
          } else {
            erasures.eraseDossier(id, who);
            Notices.leave(request, "good", page.text("erasure.done"));
          }
          return "/protect/retention";
        });
  }

  @GetMapping("/protect/cases/{id}/erase")
  String ask(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return ask(erasures.of(id, who), Filled.with(Map.of()), page, model);
  }

  @PostMapping("/protect/cases/{id}/erase")
  String asked(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    Erasures.Subject subject = erasures.of(id, who);
    String reason = form.neededCode("reason", PersonErasure.REASONS);
    if (!form.errors().isEmpty()) {
      return ask(subject, form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          act.ask(subject, reason, who);
          Notices.leave(request, "good", page.text("erasure.asked"));
          return "/protect/retention";
        });
  }

  private String ask(Erasures.Subject subject, Filled form, Page page, Model model) {
    model.addAttribute("subject", subject);
    model.addAttribute("form", form);
    model.addAttribute(
        "reasons",
        PersonErasure.REASONS.stream()
            .map(code -> new Option(code, page.text("erasure.reason." + code)))
            .sorted(Option.byLabel(page.language()))
            .toList());
    return "protect/erasure/ask";
  }

  private String show(Filled form, String open, Page page, SignedIn who, Model model) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      throw new NotFound();
    }
    List<Erasures.Erasure> erased = erasures.list(who, SHOWN);
    Map<UUID, String> names = new HashMap<>();
    organisations.all().forEach(o -> names.put(o.id(), o.name().in(page.language())));
    Set<UUID> people = new HashSet<>();
    for (Erasures.Erasure one : erased) {
      if (one.askedBy() != null) {
        people.add(one.askedBy());
      }
      if (one.decidedBy() != null) {
        people.add(one.decidedBy());
      }
    }
    names.putAll(users.names(people));
    retention.months(who).forEach((purpose, months) -> form.unlessSent(purpose, months.toString()));
    model.addAttribute(
        "view", new RetentionPage(retention.due(who, SHOWN), erased, names, form, open));
    return "protect/erasure/retention";
  }
}
