package org.passerelle.prevent.channel.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.channel.ChannelDoor;
import org.passerelle.prevent.channel.ChannelPartner;
import org.passerelle.prevent.channel.Channels;
import org.passerelle.prevent.channel.Partnerships;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.register.Entry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The partners of a triage team, their tokens, and what they are told. */
@Controller
@Allowed(Role.TRIAGE_OFFICER)
class ChannelsController {
  static final String HERE = "/prevent/channels";
  private static final String ONE = HERE + "/{id}";
  private static final String PARTNERSHIP = "partnership";
  private static final String CONTACT = "contact";
  private static final int NAME = 200;
  private final Channels channels;
  private final Partnerships partnerships;
  private final TipTeams teams;

  ChannelsController(Channels channels, Partnerships partnerships, TipTeams teams) {
    this.channels = channels;
    this.partnerships = partnerships;
    this.teams = teams;
  }

  @GetMapping(HERE)
  String list(Act act) {
    List<ChannelPage> partners =
        channels.list(act.who()).stream().map(one -> page(one, List.of(), "", act)).toList();
    return act.with("receives", teams.receives(act.who())).show("prevent/channel/list", partners);
  }

  private ChannelPage page(ChannelPartner partner, List<Option> choices, String token, Act act) {
    Entry rests = partnerships.find(partner.partnership()).orElse(null);
    return new ChannelPage(
        partner,
        rests == null ? partner.partnership() : rests.name().in(act.language()),
        rests == null ? "" : rests.href(),
        partnerships.isInForce(partner.partnership()),
        choices,
        token,
        act.form());
  }

  @GetMapping(HERE + "/new")
  String blank(Act act) {
    act.form(Map.of());
    return form(act);
  }

  private String form(Act act) {
    return act.with("sectors", options(Tip.SECTORS, "channel.sector.", act))
        .with("partnerships", offered(act))
        .with("form", act.form())
        .show("prevent/channel/new");
  }

  private List<Option> offered(Act act) {
    return partnerships.inForce().stream()
        .map(entry -> new Option(entry.id(), entry.name().in(act.language())))
        .sorted(Option.byLabel(act.language()))
        .toList();
  }

  private static List<Option> options(List<String> codes, String prefix, Act act) {
    return codes.stream().map(code -> new Option(code, act.text(prefix + code))).toList();
  }

  @PostMapping(HERE)
  String open(Act act) {
    Filled form = act.form();
    Channels.Draft draft =
        new Channels.Draft(
            form.neededText("name", NAME),
            form.neededCode("sector", options(Tip.SECTORS, "channel.sector.", act)),
            form.neededCode(PARTNERSHIP, offered(act)),
            form.neededText(CONTACT, Filled.SHORT));
    return act.refusalsAt("name")
        .submit(
            () -> form(act),
            () -> {
              UUID id = channels.open(act.who(), draft);
              act.notice("good", "channel.opened");
              return here(id);
            });
  }

  @GetMapping(ONE)
  String read(@PathVariable UUID id, Act act) {
    ChannelPartner partner = channels.find(act.who(), id);
    act.form(Map.of(PARTNERSHIP, partner.partnership(), CONTACT, partner.contact()));
    return one(id, act);
  }

  private String one(UUID id, Act act) {
    return act.with("tokens", channels.tokens(act.who(), id))
        .show(
            "prevent/channel/one",
            page(channels.find(act.who(), id), offered(act), act.shownOnce(here(id)), act));
  }

  @PostMapping(ONE + "/change")
  String change(@PathVariable UUID id, Act act) {
    String partnership = act.form().neededCode(PARTNERSHIP, offered(act));
    String contact = act.form().neededText(CONTACT, Filled.SHORT);
    return act.refusalsAt(PARTNERSHIP)
        .submit(
            () -> one(id, act),
            () -> {
              channels.change(act.who(), id, partnership, contact);
              act.notice("good", "channel.changed");
              return here(id);
            });
  }

  @PostMapping(ONE + "/token")
  String issue(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          act.showOnce(here(id), channels.issue(act.who(), id));
          return here(id);
        });
  }

  @PostMapping(ONE + "/token/{token}/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    UUID token = act.partId("token");
    return act.once(
        here(id),
        () -> {
          channels.withdraw(act.who(), id, token);
          act.notice("good", "channel.token.withdrawn");
        });
  }

  @PostMapping(ONE + "/close")
  String close(@PathVariable UUID id, Act act) {
    return act.once(
        HERE,
        () -> {
          channels.close(act.who(), id);
          act.notice("good", "channel.closed");
        });
  }

  /** What the partner that reported a tip reads once it is closed. */
  @PostMapping("/prevent/tips/{id}/feedback")
  String feedback(@PathVariable UUID id, Act act) {
    String outcome =
        act.form().neededCode("feedback", options(ChannelDoor.OUTCOMES, "channel.outcome.", act));
    return act.once(
        "/prevent/tips/" + id,
        () -> {
          channels.feedback(act.who(), id, outcome);
          act.notice("good", "channel.feedback.saved");
        });
  }

  private static String here(UUID id) {
    return HERE + "/" + id;
  }
}
