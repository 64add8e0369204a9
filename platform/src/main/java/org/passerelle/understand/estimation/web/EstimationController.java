package org.passerelle.understand.estimation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.understand.estimation.Signature;
import org.passerelle.understand.estimation.StoredStudy;
import org.passerelle.understand.estimation.Studies;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Studies: chosen and signed by analysts, read by those who steer once they are signed. */
@Controller
@Allowed(Role.ANALYST)
class EstimationController {
  private static final String AT = "/understand/estimation";
  private static final int BECAUSE = 1_000;
  private static final int CONCLUSION = 2_000;
  private final Studies studies;
  private final StudyPages pages;
  private final WishForm wishes;
  private final OnceOnly once;

  EstimationController(Studies studies, StudyPages pages, WishForm wishes, OnceOnly once) {
    this.studies = studies;
    this.pages = pages;
    this.wishes = wishes;
    this.once = once;
  }

  @GetMapping("/understand/estimation")
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String list(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    List<StudyList.Line> lines =
        studies.newest(who).stream().map(study -> line(study, page)).toList();
    model.addAttribute("view", new StudyList(lines, who.is(Role.ANALYST)));
    return "understand/estimation/list";
  }

  private StudyList.Line line(StoredStudy study, Page page) {
    StoredStudy.Outcome outcome = study.outcome();
    return new StudyList.Line(
        study.id(),
        outcome == null
            ? page.text("estimation.unfinished")
            : pages.heading(study, outcome.result(), page),
        pages.scope(study.wish().scope(), page),
        study.signed() != null ? "signed" : outcome != null ? "unsigned" : "unfinished",
        page.text(
            "estimation.asked",
            pages.name(study.by(), page),
            page.moments().instant(study.askedAt())));
  }

  @GetMapping("/understand/estimation/new")
  String choose(@ModelAttribute("page") Page page, Model model) {
    Filled form = Filled.of(Map.of());
    LocalDate today = page.moments().today();
    LocalDate end = today.withDayOfMonth(1).minusDays(1);
    form.unlessSent("from", end.plusDays(1).minusYears(3).toString());
    form.unlessSent("until", end.toString());
    form.unlessSent("lists", "5");
    form.unlessSent("seed", today.toString().replace("-", ""));
    model.addAttribute("view", wishes.page(form, page));
    return "understand/estimation/new";
  }

  @PostMapping("/understand/estimation")
  String ask(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    var wish = wishes.read(form, page);
    if (!form.errors().isEmpty()) {
      model.addAttribute("view", wishes.page(form, page));
      return "understand/estimation/new";
    }
    return once.run(form.once(), who, () -> "/work/" + studies.ask(wish, who));
  }

  @GetMapping("/understand/estimation/{id}")
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String show(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show(id, Filled.of(Map.of()), page, who, model);
  }

  private String show(UUID id, Filled form, Page page, SignedIn who, Model model) {
    StoredStudy study = studies.find(id, who);
    StoredStudy.Outcome outcome = study.outcome();
    if (outcome == null) {
      model.addAttribute("scope", pages.scope(study.wish().scope(), page));
      model.addAttribute("work", study.by().equals(who.user()) ? "/work/" + study.work() : "");
      return "understand/estimation/unfinished";
    }
    model.addAttribute("view", pages.of(study, outcome, form, who, page));
    return "understand/estimation/study";
  }

  @PostMapping("/understand/estimation/{id}/sign")
  String sign(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    List<Signature.Judgement> judgements = new ArrayList<>();
    for (String code : Signature.ASSUMPTIONS) {
      judgements.add(
          new Signature.Judgement(
              code,
              form.neededCode("verdict-" + code, Set.copyOf(Signature.VERDICTS)),
              form.neededText("because-" + code, BECAUSE)));
    }
    String conclusion = form.neededText("conclusion", CONCLUSION);
    if (!form.ticked("name")) {
      form.errors().add("name", "estimation.error.name");
    }
    String result = form.text("result", 64);
    if (!form.errors().isEmpty()) {
      return show(id, form, page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          studies.sign(id, new Signature(who.name(), judgements, conclusion, result), who);
          Notices.leave(request, "good", page.text("estimation.signed.now"));
          return AT + "/" + id;
        });
  }

  @PostMapping("/understand/estimation/{id}/repeat")
  String repeat(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(Filled.of(sent).once(), who, () -> "/work/" + studies.repeat(id, who));
  }
}
