package org.passerelle.protect.recognition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.KnownPersons;
import org.passerelle.protect.cases.web.CaseOptions;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.recognition.BelongTogether;
import org.passerelle.protect.recognition.Looking;
import org.passerelle.protect.recognition.PossibleDuplicates;
import org.passerelle.protect.recognition.Readings;
import org.passerelle.protect.recognition.ReviewQuality;
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

/** Files that may be of one person: of a case, waiting for a reader, side by side. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class RecognitionController implements RoomEntries {
  private static final String HERE = "/protect/recognition";
  private static final int SHOWN = 50;
  private final Cases cases;
  private final KnownPersons known;
  private final PossibleDuplicates pairs;
  private final Readings readings;
  private final BelongTogether together;
  private final ReviewQuality quality;
  private final Looking looking;
  private final CaseOptions options;
  private final OnceOnly once;

  RecognitionController(
      Cases cases,
      KnownPersons known,
      PossibleDuplicates pairs,
      Readings readings,
      BelongTogether together,
      ReviewQuality quality,
      Looking looking,
      CaseOptions options,
      OnceOnly once) {
    this.cases = cases;
    this.known = known;
    this.pairs = pairs;
    this.readings = readings;
    this.together = together;
    this.quality = quality;
    this.looking = looking;
    this.options = options;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            55,
            "recognition.nav",
            HERE,
            List.of(Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT)));
  }

  @GetMapping("/protect/cases/{id}/others")
  String others(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.read(id, who);
    UUID person = found.person().id();
    model.addAttribute(
        "view",
        new OthersPage(
            found,
            pairs.of(person, who),
            pairs.hidden(person, who),
            together.of(found, who),
            known.complete(),
            new CaseWords(options, page.language())));
    return "protect/recognition/others";
  }

  /** The notice above a case leads here by a form. */
  @PostMapping("/protect/cases/{id}/others")
  String look(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    cases.check(id, who);
    return "redirect:/protect/cases/" + id + "/others";
  }

  @GetMapping(HERE)
  String queue(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("waiting", pairs.waiting(who, SHOWN));
    model.addAttribute("words", new CaseWords(options, page.language()));
    model.addAttribute("figures", who.is(Role.SUPERVISOR) ? quality.of(who) : null);
    model.addAttribute("complete", known.complete());
    return "protect/recognition/queue";
  }

  @PostMapping(HERE + "/look")
  @Allowed(Role.SUPERVISOR)
  String throughAll(@RequestParam("_once") UUID token, @AuthenticationPrincipal SignedIn who) {
    return once.run(token, who, () -> "/work/" + looking.throughAll(who));
  }

  /** A POST, since it opens two identities and writes two lines of the log. */
  @PostMapping(HERE + "/{pair}/compare")
  String compare(
      @PathVariable UUID pair,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return compare(pair, Filled.with(Map.of()), page, who, model);
  }

  private String compare(UUID pair, Filled form, Page page, SignedIn who, Model model) {
    model.addAttribute(
        "view",
        ComparePage.of(readings.compare(pair, who), new CaseWords(options, page.language()), page));
    model.addAttribute("form", form);
    return "protect/recognition/compare";
  }

  @PostMapping(HERE + "/{pair}/answer")
  String answer(
      @PathVariable UUID pair,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String answer = form.neededCode("answer", Set.copyOf(Readings.ANSWERS));
    String reason = form.neededText("reason", Filled.LONG);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return compare(pair, form, page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          UUID first = pairs.find(pair, who).one().caseId();
          readings.answer(pair, answer, reason, who);
          Notices.leave(request, "good", page.text("recognition.answered"));
          return "/protect/cases/" + first + "/others";
        });
  }

  @PostMapping(HERE + "/{pair}/back")
  String takeBack(
      @PathVariable UUID pair,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          UUID first = pairs.find(pair, who).one().caseId();
          readings.takeBack(pair, who);
          Notices.leave(request, "good", page.text("recognition.taken-back"));
          return "/protect/cases/" + first + "/others";
        });
  }
}
