package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.gate.NodeDoor;
import org.passerelle.gate.OneClick;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.storage.House;

/**
 * Who may call what: the table in docs/routes.md is made from the code. {@code ./passerelle develop
 * renew} writes it anew.
 */
@Tag("slow")
class RouteInventoryTest {
  private static final Path TABLE = Path.of("..", "docs", "routes.md");
  private static final Set<Role> NO_CASES =
      Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.NODE_AUDITOR);
  private final House house = House.on(House.Database.H2);

  private List<Routes.Route> routes() {
    return Routes.of(house);
  }

  @Test
  void everyHandlerDeclaresWhoMayCallIt() {
    assertThat(
            routes().stream()
                .filter(r -> !r.declared().open() && r.declared().allowed() == null)
                .map(r -> r.method() + " " + r.path() + " " + r.handler()))
        .as("handlers without @Allowed or @OpenToAll: nobody can call them")
        .isEmpty();
  }

  @Test
  void theTableInTheDocumentsIsTheOneInTheCode() throws IOException {
    String table = table();
    if (System.getProperty("write.routes") != null) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.exists(TABLE)).as("docs/routes.md is there").isTrue();
    assertThat(Files.readString(TABLE))
        .as("docs/routes.md; ./passerelle develop renew writes it anew")
        .isEqualTo(table);
  }

  @Test
  void administratorsAndAuditorsSeeNoCase() {
    List<String> open = new ArrayList<>();
    for (Routes.Route route : routes()) {
      for (Role role : NO_CASES) {
        if (route
                .path()
                .matches(
                    "/(protect|prosecute|understand|api/v1/(cases|screenings|referrals))(/.*)?")
            && route.open(role)) {
          open.add(role + " " + route.method() + " " + route.path());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aStrangerGetsNothingButThePublicPages() {
    List<String> wrong = new ArrayList<>();
    Browser stranger = new Browser(house);
    for (Routes.Route route : routes()) {
      if (!route.method().equals("GET")) {
        continue;
      }
      String path = filled(route.path());
      Browser.Answer answer = stranger.get(path);
      boolean shown = answer.status() == 200;
      boolean led =
          (route.isApi() || PhoneDoor.is(route.path()))
              ? answer.status() == 401
              : answer.status() == 302 && answer.location().equals("/sign-in");
      if (!route.declared().open() && (shown || !led)) {
        wrong.add(path + " answered " + answer.status() + " " + answer.location());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aColleagueWithoutTheRoleGetsTheSameAnswerAsForAPageThatDoesNotExist() {
    for (Role role : List.of(Role.CASE_MANAGER, Role.ADMINISTRATOR, Role.AUDITOR)) {
      Member member = Member.of(house, role);
      String nowhere = plain(member.browser().get("/no/such/page").body());
      List<String> wrong = new ArrayList<>();
      for (Routes.Route route : routes()) {
        if (route.method().equals("GET") && !route.open(role) && !route.isApi()) {
          Browser.Answer answer = member.browser().get(filled(route.path()));
          boolean told = PhoneDoor.is(route.path()) || plain(answer.body()).equals(nowhere);
          if (answer.status() != 404 || !told) {
            wrong.add(role + " " + route.path() + " " + answer.status());
          }
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void everyWriteWithoutTheTokenIsRefused() {
    Member member = Member.of(house, Role.ADMINISTRATOR);
    List<String> wrong = new ArrayList<>();
    for (Routes.Route route : routes()) {
      if (!route.method().equals("GET") && !route.method().equals("ANY")) {
        int status = member.browser().postBare(filled(route.path()), "login", "x").status();
        // below /api/ and at the door of other nodes a browser's session does not count, with or
        // without the token
        // and the address of a one-click leave is itself the token
        boolean own = route.path().equals(NodeDoor.PATH) || route.path().startsWith(OneClick.PATH);
        int refused = own ? 404 : route.isApi() ? 401 : 403;
        if (status != refused) {
          wrong.add(route.method() + " " + route.path() + " " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(Member.isInside(member.browser())).isTrue();
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static String plain(String body) {
    return body.replaceAll("value=\"[^\"]*\"|\\?to=[^\"]*\"|\\s*aria-current=\"[a-z]+\"", "");
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            """
            # Routes by role

            Made from the code by `RouteInventoryTest`, which also compares it; everything that does not
            stand here is answered 404, and a stranger is led to the sign-in page. ● may call; a page about
            a case, a person or an organisation asks further whether this one is theirs to see.

            """);
    List<String> roles =
        Arrays.stream(Role.values())
            .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList();
    table.append("| route | public | ").append(String.join(" | ", roles)).append(" |\n");
    table.append("|--|:-:|").append(":-:|".repeat(roles.size())).append('\n');
    for (Routes.Route route : routes()) {
      table
          .append("| `")
          .append(route.method())
          .append(' ')
          .append(route.path())
          .append("` | ")
          .append(route.declared().open() ? "●" : "")
          .append(" | ")
          .append(
              Arrays.stream(Role.values())
                  .map(r -> route.open(r) ? "●" : "")
                  .collect(Collectors.joining(" | ")))
          .append(" |\n");
    }
    return table.toString();
  }
}
