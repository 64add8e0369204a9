package org.passerelle.prosecute.joint.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prosecute.investigation.web.OfficeNames;
import org.passerelle.prosecute.joint.JointAmendments;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointProposals;
import org.passerelle.prosecute.joint.JointTeam;
import org.passerelle.prosecute.joint.JointTeams;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.signing.FarKeys;
import org.springframework.stereotype.Component;

/** What pages of joint teams have in common: names, and what an organisation brings. */
@Component
public class JointTeamPages {
  private final JointTeams teams;
  private final JointProposals proposals;
  private final JointInvitations invitations;
  private final JointAmendments amendments;
  private final OfficeNames offices;
  private final Users users;
  private final FarKeys farKeys;

  JointTeamPages(
      JointTeams teams,
      JointProposals proposals,
      JointInvitations invitations,
      JointAmendments amendments,
      OfficeNames offices,
      Users users,
      FarKeys farKeys) {
    this.teams = teams;
    this.proposals = proposals;
    this.invitations = invitations;
    this.amendments = amendments;
    this.offices = offices;
    this.users = users;
    this.farKeys = farKeys;
  }

  /**
   * A team as its members see it.
   *
   * @param own the reader's organisation
   * @param part path of the part that is shown; empty for the first page
   * @param state how it stands for the reader
   * @param leads whether the reader is a prosecutor
   * @param offices names of organisations
   * @param people members by organisation
   * @param names of members
   * @param numbers of the investigations that were brought
   */
  public record Head(
      JointTeam one,
      UUID own,
      String part,
      String state,
      boolean leads,
      Map<UUID, String> offices,
      Map<UUID, List<UUID>> people,
      Map<UUID, String> names,
      Map<UUID, String> numbers) {

    /** Address of the team. */
    public String at() {
      return JointTeamsController.HERE + "/" + one.id();
    }

    /** Whether it can be changed. */
    public boolean open() {
      return !state.equals("ended");
    }

    /** Name of an organisation. */
    public String office(UUID organisation) {
      return offices.getOrDefault(organisation, "…");
    }

    /** Whose member held an exhibit of another node, as the side says whose it is. */
    public String holder(Page page, FarExhibit exhibit, String whose) {
      return switch (whose) {
        case "sender" -> office(exhibit.office());
        case "recipient" -> office(own);
        default -> page.text("joint.exhibit.other");
      };
    }

    /** Choices of the organisations that are on it. */
    public List<Option> parties() {
      return one.signed().stream()
          .map(JointTeam.Party::organisation)
          .map(office -> new Option(office.toString(), office(office)))
          .toList();
    }

    /** Whether an organisation is on it no more. */
    public boolean gone(UUID organisation) {
      return one.party(organisation).filter(JointTeam.Party::signed).isEmpty();
    }

    /** Name of a member. */
    public String name(UUID user) {
      return names.getOrDefault(user, "…");
    }

    /** Whether somebody was named, and can be taken off by the reader's organisation. */
    public boolean named(UUID user) {
      return one.party(own).filter(party -> party.members().contains(user)).isPresent();
    }
  }

  /** Opens a team for a page; the access is logged. */
  Head head(UUID id, String part, Act act) {
    JointTeam team = teams.open(id, act.who());
    Map<UUID, List<UUID>> people = teams.people(team);
    List<UUID> all = people.values().stream().flatMap(List::stream).distinct().toList();
    return new Head(
        team,
        act.who().organisation(),
        part,
        team.state(act.page().moments().today()),
        act.who().is(Role.PROSECUTOR),
        offices(List.of(team), act),
        people,
        users.names(all),
        teams.numbers(team));
  }

  /** The page of a team. */
  String team(UUID id, Act act) {
    Head head = head(id, "", act);
    return act.with("head", head)
        .with("nameable", head.open() ? nameable(head, act) : List.<Option>of())
        .with("askable", head.open() ? askable(head.one(), act) : List.<Option>of())
        .show("prosecute/joint/one");
  }

  /** Names of the organisations of some teams. */
  Map<UUID, String> offices(Collection<JointTeam> some, Act act) {
    Map<UUID, String> names = new HashMap<>();
    some.stream()
        .flatMap(JointTeamPages::named)
        .distinct()
        .forEach(one -> names.put(one, offices.of(one, act.language())));
    return names;
  }

  private static Stream<UUID> named(JointTeam team) {
    return Stream.concat(
        team.parties().stream().map(JointTeam.Party::organisation),
        team.amendments().stream()
            .map(JointTeam.Amendment::newcomer)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull));
  }

  /** Organisations whose accession the reader can propose. */
  List<Option> askable(UUID team, Act act) {
    return askable(teams.open(team, act.who()), act);
  }

  private List<Option> askable(JointTeam team, Act act) {
    return organisations(amendments.askable(team, act.who()), act);
  }

  private List<Option> organisations(List<UUID> some, Act act) {
    return some.stream()
        .map(one -> new Option(one.toString(), offices.of(one, act.language())))
        .toList();
  }

  /** Names of users, also of those of other nodes whose certificates came here. */
  Map<UUID, String> names(Collection<UUID> some) {
    Map<UUID, String> names = new HashMap<>(users.names(some));
    names.putAll(farKeys.names(some));
    return names;
  }

  /** Organisations that can be invited. */
  List<Option> invitable(Act act) {
    return proposals.invitable(act.who()).stream()
        .map(one -> new Option(one.toString(), invited(one, act)))
        .toList();
  }

  private String invited(UUID one, Act act) {
    String name = offices.of(one, act.language());
    return proposals.isFar(one) ? act.page().text("joint.far.option", name) : name;
  }

  /** Investigations that the reader can bring. */
  List<Option> investigations(Act act) {
    return invitations.investigations(act.who()).entrySet().stream()
        .map(one -> new Option(one.getKey().toString(), one.getValue()))
        .toList();
  }

  /** Investigators whom the reader can name, with the numbers of their investigations. */
  List<Option> colleagues(Act act) {
    Map<UUID, String> colleagues = invitations.colleagues(act.who());
    Map<UUID, String> names = users.names(colleagues.keySet());
    return colleagues.entrySet().stream()
        .map(
            one ->
                new Option(
                    one.getKey().toString(),
                    names.getOrDefault(one.getKey(), "…") + " (" + one.getValue() + ")"))
        .toList();
  }

  /** Investigators who could be named in a team. */
  List<Option> nameable(Head head, Act act) {
    List<UUID> some = teams.nameable(head.one(), act.who());
    Map<UUID, String> names = users.names(some);
    return some.stream()
        .map(one -> new Option(one.toString(), names.getOrDefault(one, "…")))
        .toList();
  }

  /** Those that were ticked and offered. */
  static Set<UUID> ticked(String field, List<Option> offered, Filled form) {
    return form
        .codes(field, offered.stream().map(Option::value).collect(Collectors.toUnmodifiableSet()))
        .stream()
        .map(UUID::fromString)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Organisations of a team with their states, as somebody reads who is invited. */
  static List<JointTeam.Party> others(JointTeam team, UUID own) {
    return team.parties().stream().filter(one -> !one.organisation().equals(own)).toList();
  }

  /** The latest day that can be entered. */
  static LocalDate latest(Act act) {
    return act.page().moments().today().plusYears(JointTeams.YEARS);
  }
}
