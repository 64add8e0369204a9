package org.passerelle.house.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administration of the node's users. */
@Controller
@Allowed(Role.ADMINISTRATOR)
public class UserPages {
  private static final int NAME = 200;
  private static final int LOGIN = 254;
  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());
  private final PlatformSettings settings;
  private final Users users;
  private final Organisations organisations;
  private final Languages languages;
  private final Choices choices;
  private final Approvals approvals;

  UserPages(
      PlatformSettings settings,
      Users users,
      Organisations organisations,
      Languages languages,
      Choices choices,
      Approvals approvals) {
    this.settings = settings;
    this.users = users;
    this.organisations = organisations;
    this.languages = languages;
    this.choices = choices;
    this.approvals = approvals;
  }

  /** A user in a list or on their own page, with labels in the administrator's language. */
  public record Line(User user, String organisation, List<String> roles) {
    public Line {
      roles = List.copyOf(roles);
    }
  }

  /** Options for a new user. */
  public record NewUser(List<Choice> organisations, List<Choice> roles, List<Choice> languages) {
    public NewUser {
      organisations = List.copyOf(organisations);
      roles = List.copyOf(roles);
      languages = List.copyOf(languages);
    }
  }

  /**
   * The page of one user.
   *
   * @param own whether it is the administrator's own account
   * @param waiting codes of requests that await a second person
   * @param operator whether only the operator can decide them
   */
  public record View(
      Line line,
      List<Choice> roles,
      List<Choice> languages,
      boolean own,
      List<String> waiting,
      boolean operator) {
    public View {
      roles = List.copyOf(roles);
      languages = List.copyOf(languages);
      waiting = List.copyOf(waiting);
    }
  }

  @GetMapping("/house/users")
  String list(@RequestParam(required = false) @Nullable UUID organisation, Act act) {
    Language language = act.language();
    List<Organisation> all = organisations.all();
    Map<UUID, Organisation> byId =
        all.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    List<Line> lines =
        (organisation == null ? users.all() : users.in(organisation))
            .stream()
                .filter(u -> byId.containsKey(u.organisation()))
                .map(u -> line(u, byId.get(u.organisation()), language))
                .toList();
    act.with("lines", lines);
    act.with("organisations", choices.organisations(all, organisation, language));
    return "house/accounts/users";
  }

  @GetMapping("/house/users/new")
  String fill(@RequestParam(required = false) @Nullable UUID organisation, Act act) {
    act.form();
    return fill(organisation, Set.of(), act.language(), act);
  }

  private String fill(@Nullable UUID organisation, Set<Role> roles, Language language, Act act) {
    act.with(
        "choices",
        new NewUser(
            choices.organisations(open(), organisation, act.language()),
            choices.roles(roles, act.language()),
            choices.languages(language)));
    return act.show("house/accounts/user-new");
  }

  private List<Organisation> open() {
    return organisations.all().stream().filter(Organisation::active).toList();
  }

  @PostMapping("/house/users")
  String create(Act act) {
    Filled form = act.form();
    String name = form.neededText("name", NAME);
    String login = form.neededText("login", LOGIN);
    String organisation =
        form.neededCode(
            "organisation",
            open().stream().map(o -> o.id().toString()).collect(Collectors.toSet()));
    Language language = languages.byTag(form.shown("language"));
    Set<Role> roles =
        roles(form.codes("roles", ROLES).stream().map(Role::valueOf).collect(Collectors.toSet()));
    return act.refusalsAt("login")
        .submit(
            () -> fill(form.id("organisation").orElse(null), roles, language, act),
            () -> {
              UserDraft draft =
                  new UserDraft(login, name, UUID.fromString(organisation), language.tag(), roles);
              Users.Created created = users.create(act.who(), draft);
              if (created.link() == null) {
                return waits(created.user().id(), act);
              }
              Entrance.showOnce(act.request(), List.of(created.link()));
              return "/house/users/" + created.user().id() + "/link";
            });
  }

  @GetMapping("/house/users/{id}/link")
  String link(@PathVariable UUID id, Act act) {
    User user = users.find(id).orElseThrow(NotFound::new);
    List<String> link = Entrance.takeOnce(act.request());
    if (link.isEmpty()) {
      return "redirect:/house/users/" + id;
    }
    act.with("user", user);
    act.with("link", base(act) + "/setup/" + link.get(0));
    return "house/accounts/user-link";
  }

  @GetMapping("/house/users/{id}")
  String show(@PathVariable UUID id, Act act) {
    Language language = act.language();
    User user = users.find(id).orElseThrow(NotFound::new);
    Organisation organisation = organisations.find(user.organisation()).orElseThrow(NotFound::new);
    List<ApprovalRequest> waiting = users.waiting(id);
    act.with(
        "view",
        new View(
            line(user, organisation, language),
            choices.roles(user.roles(), language),
            choices.languages(languages.byTag(user.language())),
            id.equals(act.who().user()),
            waiting.stream().map(ApprovalRequest::code).toList(),
            waiting.stream().anyMatch(r -> approvals.deciders(r).isEmpty())));
    return "house/accounts/user";
  }

  @PostMapping("/house/users/{id}")
  String rename(@PathVariable UUID id, Act act) {
    String name = act.form().shown("name");
    String language = languages.byTag(act.form().shown("language")).tag();
    return done(id, "access.user.changed", () -> users.rename(act.who(), id, name, language), act);
  }

  @PostMapping("/house/users/{id}/roles")
  String setRoles(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Set<Role> roles, Act act) {
    return act.once(
        () -> {
          if (users.setRoles(act.who(), id, roles(roles)).isPresent()) {
            return waits(id, act);
          }
          return noted(id, "good", "access.user.roles-changed", act);
        });
  }

  @PostMapping("/house/users/{id}/active")
  String setActive(@PathVariable UUID id, @RequestParam boolean active, Act act) {
    return done(
        id,
        active ? "access.user.opened" : "access.user.closed",
        () -> users.setActive(act.who(), id, active),
        act);
  }

  @PostMapping("/house/users/{id}/reset")
  String reset(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          users.resetSignIn(act.who(), id);
          return waits(id, act);
        });
  }

  @PostMapping("/house/users/{id}/link")
  String makeLink(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          Entrance.showOnce(act.request(), List.of(users.makeLink(act.who(), id)));
          return "/house/users/" + id + "/link";
        });
  }

  private static String waits(UUID id, Act act) {
    return noted(id, "warn", "access.user.waits", act);
  }

  private static String noted(UUID id, String kind, String key, Act act) {
    act.notice(kind, key);
    return "/house/users/" + id;
  }

  @PostMapping("/house/users/{id}/sessions")
  String endSessions(@PathVariable UUID id, Act act) {
    return done(id, "access.user.sessions-ended", () -> users.endSessions(act.who(), id), act);
  }

  /** The server's public address, or the one under which the administrator opened the page. */
  private String base(Act act) {
    String address = settings.address();
    return address == null
        ? act.request().getRequestURL().toString().replaceAll("(?<=[^/])/house/.*", "")
        : address.replaceAll("/+$", "");
  }

  private static String done(UUID id, String key, Runnable work, Act act) {
    return act.once(
        () -> {
          work.run();
          return noted(id, "good", key, act);
        });
  }

  private Line line(User user, @Nullable Organisation organisation, Language language) {
    return new Line(
        user,
        organisation == null ? "" : organisation.name().in(language),
        choices.roles(user.roles(), language).stream()
            .filter(Choice::chosen)
            .map(Choice::word)
            .toList());
  }

  private static Set<Role> roles(@Nullable Set<Role> sent) {
    return sent == null || sent.isEmpty() ? Set.of() : EnumSet.copyOf(sent);
  }
}
