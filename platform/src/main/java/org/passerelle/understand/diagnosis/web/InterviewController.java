package org.passerelle.understand.diagnosis.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
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

/** Interviews of a diagnosis: a new one, its transcript, a consent that is taken back. */
@Controller
@Allowed(Role.ANALYST)
class InterviewController {
  private static final String HERE = DiagnosisController.HERE + "/interviews";
  private static final String OF = DiagnosisController.HERE + "/{id}/interviews";
  private static final int NAME = 60;
  private final Interviews interviews;
  private final DiagnosisPages pages;
  private final OnceOnly once;

  InterviewController(Interviews interviews, DiagnosisPages pages, OnceOnly once) {
    this.interviews = interviews;
    this.pages = pages;
    this.once = once;
  }

  @GetMapping(OF + "/new")
  String blank(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    String today = page.moments().today().toString();
    Map<String, String> usual =
        Map.of("held_on", today, "consent_on", today, "by", who.user().toString());
    return form(pages.find(id, who), Filled.with(usual), model);
  }

  private static String form(DiagnosisPage view, Filled form, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("form", form);
    return "understand/diagnosis/newinterview";
  }

  @PostMapping(OF)
  String add(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    DiagnosisPage view = pages.find(id, who);
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    String how = form.neededCode("consent", Set.copyOf(Interview.CONSENTS));
    LocalDate consentOn = form.neededDay("consent_on", today, today);
    String pseudonym = form.neededText("pseudonym", NAME);
    LocalDate heldOn = form.neededDay("held_on", today, today);
    String site = form.neededCode("site", values(view.sites()));
    String language = form.neededText("language", NAME);
    String by = form.neededCode("by", values(view.team()));
    String through = form.neededCode("through", Set.of("yes", "no"));
    if (form.errors().isEmpty() && consentOn.isAfter(heldOn)) {
      form.errors().add("consent_on", "interview.consent.late");
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(view, form, model);
    }
    Interview.Held held =
        new Interview.Held(
            pseudonym,
            language,
            heldOn,
            UUID.fromString(site),
            UUID.fromString(by),
            through.equals("yes"));
    return once.run(
        form.once(), who, () -> HERE + "/" + interviews.add(id, held, how, consentOn, who));
  }

  private static Set<String> values(List<Option> options) {
    return options.stream().map(Option::value).collect(toUnmodifiableSet());
  }

  @GetMapping(HERE + "/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String network,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return pages.interview(id, Filled.with(Map.of("network", network)), who, model);
  }

  @PostMapping(HERE + "/{id}/transcript")
  String transcript(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String text = form.neededText("transcript", Interviews.LONGEST);
    if (form.errors().isEmpty()) {
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              interviews.transcribe(id, text, who);
              return HERE + "/" + id;
            });
      } catch (Refused refused) {
        form.errors().add("transcript", refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return pages.interview(id, form, who, model);
  }

  @PostMapping(HERE + "/{id}/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    if (!form.ticked("sure")) {
      form.errors().add("sure", "interview.withdraw.sure.missing");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return pages.interview(id, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          interviews.withdraw(id, who);
          Notices.leave(request, "good", page.text("interview.withdrawn.done"));
          return HERE + "/" + id;
        });
  }
}
