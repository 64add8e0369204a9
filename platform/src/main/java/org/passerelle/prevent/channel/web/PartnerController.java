package org.passerelle.prevent.channel.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.language.Days;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.channel.ChannelDoor;
import org.passerelle.prevent.channel.ChannelVisit;
import org.passerelle.prevent.channel.ReportForms;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the staff of a partner reports without a program of its own: the token opens a visit of an
 * hour, with the short forms of the sector and the state of the partner's own reports. What to
 * notice can be read by everybody.
 */
@Controller
@OpenToAll
class PartnerController {
  private static final String DOOR = "/partners";
  private static final String INSIDE = DOOR + "/inside";
  private static final String VISIT = "passerelle.partner";
  private static final String TOKEN = "token";
  private static final String SENT = "sent";
  private static final String KEY = "key";
  private static final Duration LASTS = Duration.ofHours(1);
  private static final int LONGEST = 200;

  /** Refusals after which the partner is still inside. */
  private static final Set<String> ABOUT_THE_REPORT =
      Set.of("channel.refused.key", "channel.refused.pace", "tips.refused.team");

  private final ChannelDoor door;
  private final Identifiers identifiers;

  PartnerController(ChannelDoor door, Identifiers identifiers) {
    this.door = door;
    this.identifiers = identifiers;
  }

  @GetMapping(DOOR)
  String door(Act act) {
    act.form(Map.of());
    return shown(act);
  }

  private static String shown(Act act) {
    return act.with("form", act.form()).with("sectors", Tip.SECTORS).show("prevent/partner/door");
  }

  @PostMapping(DOOR)
  String enter(Act act) {
    Filled form = act.form();
    String token = form.neededText(TOKEN, LONGEST);
    if (form.errors().isEmpty()) {
      try {
        ChannelVisit visit = door.enter(token, Network.of(act.request().getRemoteAddr()));
        act.request().getSession(true);
        // a session identifier from before must not be valid inside
        act.request().changeSessionId();
        act.request()
            .getSession()
            .setAttribute(VISIT, new PartnerInside(visit, act.page().moments().now().plus(LASTS)));
        return "redirect:" + INSIDE;
      } catch (Refused refused) {
        form.errors().add(refused.at(TOKEN));
      }
    }
    return act.again(() -> shown(act));
  }

  @GetMapping(INSIDE)
  String inside(Act act) {
    Optional<ChannelVisit> visit = visit(act);
    act.form(Map.of());
    return visit.isEmpty()
        ? "redirect:" + DOOR
        : inside(visit.get(), kind(visit.get(), act.asked()), act);
  }

  private static String kind(ChannelVisit visit, Filled asked) {
    List<String> kinds = ReportForms.of(visit.sector());
    String wished = asked.shown(ReportForms.FORM);
    return kinds.contains(wished) ? wished : kinds.get(0);
  }

  /** A channel that ended meanwhile leads out, with the reason. */
  private String inside(ChannelVisit visit, String kind, Act act) {
    try {
      List<ChannelDoor.Told> reports = door.told(visit);
      UUID key = act.form().id(KEY).orElseGet(identifiers::next);
      boolean sent = !act.asked().shown(SENT).isEmpty();
      List<Option> answers =
          ReportForms.ANSWERS.stream()
              .map(code -> new Option(code, act.text("tips.now." + code)))
              .toList();
      return act.with("answers", answers)
          .show(
              "prevent/partner/inside",
              new PartnerPage(visit, kind, key, sent, reports, act.form()));
    } catch (Refused refused) {
      return out(refused, act);
    }
  }

  private static String out(Refused refused, Act act) {
    leave(act);
    act.form().errors().add(refused.at(TOKEN));
    return act.again(() -> shown(act));
  }

  @PostMapping(INSIDE)
  String send(Act act) {
    Optional<ChannelVisit> known = visit(act);
    if (known.isEmpty()) {
      return "redirect:" + DOOR;
    }
    ChannelVisit visit = known.get();
    Filled form = act.form();
    Optional<ReportForms.Report> report =
        ReportForms.read(form, visit.sector(), Days.newest(act.page().moments().now()));
    Optional<UUID> key = form.id(KEY);
    if (report.isPresent() && key.isPresent()) {
      try {
        door.send(visit, key.get(), report.get());
        return "redirect:%s?%s=%s&%s=yes"
            .formatted(INSIDE, ReportForms.FORM, report.get().form(), SENT);
      } catch (Refused refused) {
        if (!ABOUT_THE_REPORT.contains(refused.key())) {
          return out(refused, act);
        }
        form.errors().add(refused.at(ReportForms.DANGER));
      }
    }
    return act.again(() -> inside(visit, kind(visit, form), act));
  }

  @PostMapping(DOOR + "/leave")
  String end(Act act) {
    leave(act);
    return "redirect:" + DOOR;
  }

  private static void leave(Act act) {
    HttpSession session = act.request().getSession(false);
    if (session != null) {
      session.removeAttribute(VISIT);
    }
  }

  /** What staff of a sector can notice, and what to do then. */
  @GetMapping(DOOR + "/training/{sector}")
  String training(@PathVariable String sector, Act act) {
    if (!Tip.SECTORS.contains(sector)) {
      throw new NotFound();
    }
    return act.with("sector", sector).show("prevent/partner/training");
  }

  private static Optional<ChannelVisit> visit(Act act) {
    HttpSession session = act.request().getSession(false);
    return session != null
            && session.getAttribute(VISIT) instanceof PartnerInside inside
            && act.page().moments().now().isBefore(inside.until())
        ? Optional.of(inside.visit())
        : Optional.empty();
  }
}
