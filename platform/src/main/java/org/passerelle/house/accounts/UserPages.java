package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
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
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The users of the node, for administrators. */
@Controller
@Allowed(Role.ADMINISTRATOR)
public class UserPages {
  private final PlatformSettings settings;
  private final Users users;
  private final Organisations organisations;
  private final Languages languages;
  private final Choices choices;
  private final OnceOnly once;
  private final Approvals approvals;

  UserPages(
      PlatformSettings settings,
      Users users,
      Organisations organisations,
      Languages languages,
      Choices choices,
      OnceOnly once,
      Approvals approvals) {
    this.settings = settings;
    this.users = users;
    this.organisations = organisations;
    this.languages = languages;
    this.choices = choices;
    this.once = once;
    this.approvals = approvals;
  }

  /** A user in a list or on a page of their own, with the words of the reader's language. */
  public record Line(User user, String organisation, List<String> roles) {
    public Line {
      roles = List.copyOf(roles);
    }
  }

  /** What a new user can be given. */
  public record NewForm(List<Choice> organisations, List<Choice> roles, List<Choice> languages) {
    public NewForm {
      organisations = List.copyOf(organisations);
      roles = List.copyOf(roles);
      languages = List.copyOf(languages);
    }
  }

  /**
   * One user.
   *
   * @param own whether it is the reader
   * @param waiting codes of what waits for a second person
   * @param operator whether nobody but the operator can decide it
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
  String list(
      @RequestParam(required = false) @Nullable UUID organisation,
      HttpServletRequest request,
      Model model) {
    Language language = LanguageChoice.of(request, languages);
    List<Organisation> all = organisations.all();
    Map<UUID, Organisation> byId =
        all.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    List<Line> lines =
        (organisation == null ? users.all() : users.in(organisation))
            .stream()
                .filter(u -> byId.containsKey(u.organisation()))
                .map(u -> line(u, byId.get(u.organisation()), language))
                .toList();
    model.addAttribute("lines", lines);
    model.addAttribute("organisations", choices.organisations(all, organisation, language));
    return "house/accounts/users";
  }

  @GetMapping("/house/users/new")
  String fill(
      @RequestParam(required = false) @Nullable UUID organisation,
      HttpServletRequest request,
      Model model) {
    Language language = LanguageChoice.of(request, languages);
    model.addAttribute(
        "form",
        new NewForm(
            choices.organisations(
                organisations.all().stream().filter(Organisation::active).toList(),
                organisation,
                language),
            choices.roles(Set.of(), language),
            choices.languages(language)));
    return "house/accounts/user-new";
  }

  @PostMapping("/house/users")
  String create(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("_once") UUID token,
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam UUID organisation,
      @RequestParam String language,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          UserDraft draft =
              new UserDraft(
                  login, name, organisation, languages.byTag(language).tag(), roles(roles));
          Users.Created created = users.create(who, draft);
          if (created.link() == null) {
            return waits(created.user().id(), request);
          }
          Entrance.showOnce(request, List.of(created.link()));
          return "/house/users/" + created.user().id() + "/link";
        });
  }

  @GetMapping("/house/users/{id}/link")
  String link(@PathVariable UUID id, HttpServletRequest request, Model model) {
    User user = users.find(id).orElseThrow(NotFound::new);
    List<String> link = Entrance.takeOnce(request);
    if (link.isEmpty()) {
      return "redirect:/house/users/" + id;
    }
    model.addAttribute("user", user);
    model.addAttribute("link", base(request) + "/setup/" + link.get(0));
    return "house/accounts/user-link";
  }

  @GetMapping("/house/users/{id}")
  String show(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Language language = LanguageChoice.of(request, languages);
    User user = users.find(id).orElseThrow(NotFound::new);
    Organisation organisation = organisations.find(user.organisation()).orElseThrow(NotFound::new);
    List<ApprovalRequest> waiting = users.waiting(id);
    model.addAttribute(
        "view",
        new View(
            line(user, organisation, language),
            choices.roles(user.roles(), language),
            choices.languages(languages.byTag(user.language())),
            id.equals(who.user()),
            waiting.stream().map(ApprovalRequest::code).toList(),
            waiting.stream().anyMatch(r -> approvals.deciders(r).isEmpty())));
    return "house/accounts/user";
  }

  @PostMapping("/house/users/{id}")
  String rename(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @RequestParam String name,
      @RequestParam String language,
      HttpServletRequest request) {
    return done(
        token,
        who,
        id,
        request,
        "access.user.changed",
        () -> users.rename(who, id, name, languages.byTag(language).tag()));
  }

  @PostMapping("/house/users/{id}/roles")
  String setRoles(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          if (users.setRoles(who, id, roles(roles)).isPresent()) {
            return waits(id, request);
          }
          return noted(id, request, "good", "access.user.roles-changed");
        });
  }

  @PostMapping("/house/users/{id}/active")
  String setActive(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @RequestParam boolean active,
      HttpServletRequest request) {
    return done(
        token,
        who,
        id,
        request,
        active ? "access.user.opened" : "access.user.closed",
        () -> users.setActive(who, id, active));
  }

  @PostMapping("/house/users/{id}/reset")
  String reset(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          users.resetSignIn(who, id);
          return waits(id, request);
        });
  }

  @PostMapping("/house/users/{id}/link")
  String makeLink(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          Entrance.showOnce(request, List.of(users.makeLink(who, id)));
          return "/house/users/" + id + "/link";
        });
  }

  private String waits(UUID id, HttpServletRequest request) {
    return noted(id, request, "warn", "access.user.waits");
  }

  private String noted(UUID id, HttpServletRequest request, String kind, String key) {
    Language language = LanguageChoice.of(request, languages);
    Notices.leave(request, kind, languages.texts(language).text(key));
    return "/house/users/" + id;
  }

  @PostMapping("/house/users/{id}/sessions")
  String endSessions(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      HttpServletRequest request) {
    return done(
        token, who, id, request, "access.user.sessions-ended", () -> users.endSessions(who, id));
  }

  /** The public address of the house, or that under which the administrator reads the page. */
  private String base(HttpServletRequest request) {
    String address = settings.address();
    return address == null
        ? request.getRequestURL().toString().replaceAll("(?<=[^/])/house/.*", "")
        : address.replaceAll("/+$", "");
  }

  private String done(
      UUID token, SignedIn who, UUID id, HttpServletRequest request, String key, Runnable work) {
    return once.run(
        token,
        who,
        () -> {
          work.run();
          return noted(id, request, "good", key);
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
