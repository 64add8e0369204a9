package org.passerelle.protect.sharing.letterbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Guests;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.GuestForms;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.handover.web.HandOverForms;
import org.passerelle.protect.sharing.letterbox.DepositedDossier;
import org.passerelle.protect.sharing.letterbox.Guest;
import org.passerelle.protect.sharing.letterbox.GuestActs;
import org.passerelle.protect.sharing.letterbox.Letterbox;
import org.passerelle.protect.sharing.letterbox.Letterboxes;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.web.RetentionLawForm;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The letterbox as seen by its guest, who is not a user of this node: entered with a link and a
 * code, for one dossier. URLs inside do not reveal which one.
 */
@Controller
@OpenToAll
class GuestController {
  private static final String HERE = "/letterbox";
  private static final String CONFIRM = "confirm";
  private static final String RETAINED = "reference";

  /** Acts that answer a recall. */
  private static final Set<String> ANSWERS = Set.of(CONFIRM, RETAINED);

  private final Visits visits;
  private final GuestActs acts;
  private final GuestPages pages;
  private final Letterboxes letterboxes;
  private final Languages languages;
  private final RetentionLawForm laws;
  private final GuestForms typed;

  GuestController(
      Visits visits,
      GuestActs acts,
      GuestPages pages,
      Letterboxes letterboxes,
      Languages languages,
      RetentionLawForm laws,
      GuestForms typed) {
    this.typed = typed;
    this.visits = visits;
    this.acts = acts;
    this.pages = pages;
    this.letterboxes = letterboxes;
    this.languages = languages;
    this.laws = laws;
  }

  @GetMapping(HERE + "/{link}")
  String door(@PathVariable String link, Act act, HttpServletResponse response) {
    HttpServletRequest request = act.request();
    boolean asked = request.getParameter("l") != null;
    Optional<String> language =
        visits.letterbox(link).flatMap(letterboxes::one).map(Letterbox::language);
    if (!asked && !LanguageChoice.kept(request) && language.isPresent()) {
      // in the guest's language from the first page on
      LanguageChoice.keep(languages.guest(language.get()), request, response);
      return "redirect:" + HERE + "/" + link + "?l=1";
    }
    return pages.door(link, visits.leads(link), act);
  }

  @PostMapping(HERE + "/{link}")
  String enter(@PathVariable String link, Act act) {
    Filled form = act.form();
    String code = form.neededText("code", 40);
    if (!form.errors().isEmpty()) {
      return act.again(() -> pages.door(link, visits.leads(link), act));
    }
    try {
      comeIn(visits.enter(link, code), visits.letterbox(link), act.request());
      return "redirect:" + HERE;
    } catch (Refused refused) {
      form.errors().add("code", refused.key(), refused.arguments());
      return act.again(() -> pages.door(link, visits.leads(link), act));
    }
  }

  static void comeIn(Guest guest, Optional<UUID> letterbox, HttpServletRequest request) {
    request.getSession(true);
    GuestForms.forgetAll(request);
    // a session identifier from before entry must not be valid inside
    request.changeSessionId();
    request.getSession().setAttribute(Guests.KEY, guest);
    // determines the time zone of the pages
    letterbox.ifPresent(at -> request.getSession().setAttribute(Guests.AT, at));
  }

  @GetMapping(HERE)
  String read(Act act) {
    return inside(act).map(lying -> pages.inside(lying, act)).orElse("redirect:" + HERE + "/ended");
  }

  @GetMapping(HERE + "/ended")
  String ended(Act act) {
    return pages.door("", false, act);
  }

  @PostMapping(HERE + "/acts/take")
  String take(Act act) {
    String contact = act.form().neededText("contact", Filled.SHORT);
    return does(act, "contact", (id, once) -> acts.acknowledge(id, once, contact));
  }

  @PostMapping(HERE + "/acts/accept")
  String accept(Act act) {
    return does(act, "", (id, once) -> acts.answer(id, once, "", ""));
  }

  @PostMapping(HERE + "/acts/decline")
  String decline(Act act) {
    String reason = act.form().neededCode("reason", pages.codes("decline_reasons"));
    String why = act.form().neededText("why", Declines.LONGEST);
    return does(act, "reason", (id, once) -> acts.answer(id, once, reason, why));
  }

  @PostMapping(HERE + "/acts/undecline")
  String takeDeclineBack(Act act) {
    return does(act, "reason", acts::takeDeclineBack);
  }

  @PostMapping(HERE + "/acts/unaccept")
  String takeAcceptanceBack(Act act) {
    String why = act.form().neededText("why", Declines.LONGEST);
    return does(act, "why", (id, once) -> acts.takeAcceptanceBack(id, once, why));
  }

  @PostMapping(HERE + "/acts/write")
  String write(Act act) {
    String text = act.form().neededText("text", 4_000);
    return does(act, "text", (id, once) -> acts.write(id, once, text));
  }

  @PostMapping(HERE + "/acts/corrected")
  String corrected(Act act) {
    UUID read = act.form().id("correction").orElseThrow(NotFound::new);
    return does(act, "corrected", (id, once) -> acts.corrected(id, once, read));
  }

  @PostMapping(HERE + "/acts/leave")
  String leave(Act act) {
    byte[] content = act.file("file");
    if (content.length == 0) {
      act.form().errors().add("file", "form.error.required");
    }
    String name = act.fileName("file");
    return does(act, "file", (id, once) -> acts.leave(id, once, name, content));
  }

  @PostMapping(HERE + "/acts/close")
  String close(Act act) {
    String outcome = act.form().neededCode("outcome", pages.codes("hand_over_outcomes"));
    return does(act, "outcome", (id, once) -> acts.close(id, once, outcome));
  }

  @PostMapping(HERE + "/acts/confirm")
  String confirm(Act act) {
    String answer = act.form().text("answer", 4_000);
    return does(act, CONFIRM, (id, once) -> acts.confirm(id, once, answer));
  }

  /** States that a law forbids erasing, which also answers a recall. */
  @PostMapping(HERE + "/acts/retained")
  String retained(Act act) {
    WithdrawalAnswers.Draft draft = laws.read(act.form(), act.page().moments().today());
    return does(act, RETAINED, (id, once) -> acts.forbidden(id, once, draft));
  }

  @PostMapping(HERE + "/acts/out")
  String out(Act act) {
    HttpSession session = act.request().getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return "redirect:" + HERE + "/out";
  }

  @GetMapping(HERE + "/steps/{step}")
  String step(@PathVariable String step, Act act) {
    Step one = Step.of(step).orElseThrow(NotFound::new);
    return inside(act)
        .filter(lying -> lying.takenBackAt() == null || one.isWhereabouts())
        .map(lying -> pages.step(lying, one, act))
        .orElse("redirect:" + HERE + "/ended");
  }

  @PostMapping(HERE + "/steps/{step}")
  String record(@PathVariable String step, Act act) {
    Step one = Step.of(step).orElseThrow(NotFound::new);
    Optional<DepositedDossier> lying = inside(act);
    if (lying.isEmpty()) {
      return "redirect:" + HERE + "/ended";
    }
    if (lying.get().takenBackAt() != null && !one.isWhereabouts()) {
      return "redirect:" + HERE;
    }
    RecordedStep.Draft draft = pages.draft(one, act);
    return does(
        act,
        lying.get(),
        HandOverForms.first(one),
        () -> pages.step(lying.get(), one, act),
        (id, once) -> acts.step(id, once, draft));
  }

  private String does(Act act, String field, BiConsumer<UUID, UUID> work) {
    Optional<DepositedDossier> lying = inside(act);
    if (lying.isEmpty()) {
      return "redirect:" + HERE + "/ended";
    }
    if (lying.get().takenBackAt() != null && !ANSWERS.contains(field)) {
      // the page says so and asks for the confirmation; the input could not be delivered
      return "redirect:" + HERE;
    }
    return does(act, lying.get(), field, () -> pages.inside(lying.get(), act), work);
  }

  /** Shows rejected input again; it is not stored, since guests have no user account. */
  private String does(
      Act act,
      DepositedDossier lying,
      String field,
      Supplier<String> again,
      BiConsumer<UUID, UUID> work) {
    Filled form = act.form();
    if (form.errors().isEmpty()) {
      try {
        work.accept(lying.referral(), form.once());
        String action = act.request().getRequestURI();
        typed.forget(act.request(), action);
        if (ANSWERS.contains(field)) {
          return "redirect:" + HERE + "/confirmed";
        }
        String what = action.startsWith(HERE + "/steps/") ? "step" : action.replaceAll(".*/", "");
        act.notice("good", "letterbox.said." + what, pages.sender(lying, act));
        return "redirect:" + HERE;
      } catch (Refused refused) {
        form.errors()
            .add(
                refused.field().isEmpty() ? field : refused.field(),
                refused.key(),
                refused.arguments());
      }
    }
    return act.again(again);
  }

  private Optional<DepositedDossier> inside(Act act) {
    HttpSession session = act.request().getSession(false);
    if (session == null || !(session.getAttribute(Guests.KEY) instanceof Guest guest)) {
      return Optional.empty();
    }
    Optional<DepositedDossier> lying = visits.of(guest);
    if (lying.isEmpty()) {
      session.removeAttribute(Guests.KEY);
    } else {
      session.setAttribute(Guests.KEY, visits.seen(guest));
    }
    return lying;
  }
}
