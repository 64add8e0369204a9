package org.passerelle.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Nobody opens a case to somebody, or takes over an account, alone. */
@OnBothDatabases
class TwoPersonTest {
  @Parameter House house;
  private Member administrator;
  private Member supervisor;
  private UUID organisation;
  private SignedIn asker;
  private Users users;
  private Approvals approvals;

  @BeforeEach
  void anOrganisationWithTwoWhoCanDecide() {
    administrator = Member.of(house, Role.ADMINISTRATOR);
    organisation = administrator.user().organisation();
    supervisor = Member.in(house, organisation, Role.SUPERVISOR);
    asker = Staff.signedIn(administrator.user());
    users = house.get(Users.class);
    approvals = house.get(Approvals.class);
  }

  @Test
  void aNewColleagueWithACaseRoleWaitsWithoutRoleAndLink() {
    Users.Created created = enter(Role.CASE_MANAGER);
    assertThat(created.link()).isNull();
    assertThat(created.user().roles()).isEmpty();
    assertThatThrownBy(() -> users.makeLink(asker, created.user().id()))
        .isInstanceOf(Refused.class);

    approvals.approve(second(), waiting(created.user()).id(), "");
    assertThat(now(created.user()).roles()).containsExactly(Role.CASE_MANAGER);
    Member in =
        Member.enter(
            house, now(created.user()), "/setup/" + users.makeLink(asker, created.user().id()));
    assertThat(Member.isInside(in.browser())).isTrue();
  }

  @Test
  void everyRoleThatOpensCasesOrRulesTheHouseTakesTwo() {
    for (Role role : RoleRule.TWO_PERSONS) {
      assertThat(enter(role).link()).as(role.name()).isNull();
    }
    assertThat(enter(Role.TRAINER).link()).isNotNull();
    assertThat(enter(Role.STEERING_MEMBER).link()).isNotNull();
  }

  @Test
  void nobodyDecidesWhatTheyAskedForOrWhatConcernsThemselves() {
    User colleague = Staff.user(house, organisation, Role.TRAINER).user();
    ApprovalRequest own =
        users.setRoles(asker, colleague.id(), Set.of(Role.CASE_MANAGER)).orElseThrow();
    assertThatThrownBy(() -> approvals.approve(asker, own.id(), "")).isInstanceOf(NotFound.class);
    assertThat(approvals.toDecide(asker)).isEmpty();

    ApprovalRequest aboutSupervisor =
        users
            .setRoles(asker, supervisor.user().id(), Set.of(Role.SUPERVISOR, Role.CASE_MANAGER))
            .orElseThrow();
    assertThatThrownBy(() -> approvals.approve(second(), aboutSupervisor.id(), ""))
        .isInstanceOf(NotFound.class);
    assertThat(now(colleague).roles()).containsExactly(Role.TRAINER);
  }

  @Test
  void strangersCaseManagersAndFormerSupervisorsCannotDecide() {
    ApprovalRequest request = waiting(enter(Role.CASE_MANAGER).user());
    SignedIn elsewhere = Staff.signedIn(Member.of(house, Role.SUPERVISOR).user());
    SignedIn administratorElsewhere = Staff.signedIn(Member.of(house, Role.ADMINISTRATOR).user());
    SignedIn manager = Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER).user());
    SignedIn before = second();
    Member another = Member.in(house, organisation, Role.SUPERVISOR);
    Staff.setRoles(house, asker, supervisor.user().id(), Role.TRAINER);
    for (SignedIn who : List.of(elsewhere, administratorElsewhere, manager, before)) {
      assertThat(approvals.toDecide(who)).isEmpty();
      assertThatThrownBy(() -> approvals.approve(who, request.id(), ""))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> approvals.decline(who, request.id(), "no"))
          .isInstanceOf(NotFound.class);
    }
    approvals.approve(Staff.signedIn(another.user()), request.id(), "");
  }

  @Test
  void resettingASignInWaitsAndThenTakesAwayEverything() {
    Member colleague = Member.in(house, organisation, Role.CASE_MANAGER);
    ApprovalRequest request = users.resetSignIn(asker, colleague.user().id());
    assertThat(Member.isInside(colleague.browser())).as("until agreed").isTrue();
    assertThatThrownBy(() -> users.makeLink(asker, colleague.user().id()))
        .isInstanceOf(Refused.class);

    approvals.approve(second(), request.id(), "");
    assertThat(Member.isInside(colleague.browser())).isFalse();
    assertThat(now(colleague.user()).hasSecondFactor()).isFalse();
    Member again =
        Member.enter(
            house, colleague.user(), "/setup/" + users.makeLink(asker, colleague.user().id()));
    assertThat(again.secret()).isNotEqualTo(colleague.secret());
  }

  @Test
  void aRequestIsDecidedOnce() {
    User colleague = enter(Role.CASE_MANAGER).user();
    ApprovalRequest request = waiting(colleague);
    assertThatThrownBy(() -> users.setRoles(asker, colleague.id(), Set.of(Role.PLACEMENT_OFFICER)))
        .as("a second request about the same")
        .isInstanceOf(Refused.class);
    approvals.decline(second(), request.id(), "Not known to us.");
    assertThatThrownBy(() -> approvals.approve(second(), request.id(), ""))
        .isInstanceOf(Refused.class);
    assertThat(now(colleague).roles()).isEmpty();
    assertThat(approvals.asked(asker).get(0).reason()).isEqualTo("Not known to us.");
  }

  @Test
  void whatNobodyAnswersEnds() {
    User colleague = enter(Role.CASE_MANAGER).user();
    ApprovalRequest request = waiting(colleague);
    house.clock().pass(Duration.ofDays(7).plusSeconds(1));
    assertThat(approvals.toDecide(second())).isEmpty();
    assertThatThrownBy(() -> approvals.approve(second(), request.id(), ""))
        .isInstanceOf(Refused.class);
    assertThat(approvals.endUnanswered()).isPositive();
    assertThat(approvals.asked(asker).get(0).state()).isEqualTo(ApprovalRequest.State.EXPIRED);
    assertThat(now(colleague).roles()).isEmpty();
  }

  @Test
  void whatChangedMeanwhileIsNotOverwritten() {
    User colleague =
        Staff.user(house, organisation, Role.PLACEMENT_OFFICER, Role.CASE_MANAGER).user();
    ApprovalRequest request =
        users
            .setRoles(asker, colleague.id(), Set.of(Role.PLACEMENT_OFFICER, Role.SUPERVISOR))
            .orElseThrow();
    users.setRoles(asker, colleague.id(), Set.of(Role.PLACEMENT_OFFICER));
    assertThatThrownBy(() -> approvals.approve(second(), request.id(), ""))
        .isInstanceOf(Refused.class);
    assertThat(approvals.waiting(request.kind(), colleague.id())).as("still open").isPresent();
  }

  @Test
  void whereNobodyCanDecideYetTheOperatorDoesAndOnlyThere() {
    UUID fresh = Staff.organisation(house).id();
    User first = enterIn(fresh, Role.SUPERVISOR).user();
    ApprovalRequest request = waiting(first);
    // another administrator of the node can, as long as the organisation has nobody
    SignedIn node = Staff.signedIn(Member.of(house, Role.ADMINISTRATOR).user());
    assertThat(approvals.toDecide(node)).contains(request);
    assertThatThrownBy(() -> approvals.approveByOperator(request.code()))
        .isInstanceOf(NotFound.class);
    approvals.approve(node, request.id(), "");

    Member.enter(house, now(first), "/setup/" + users.makeLink(asker, first.id()));
    ApprovalRequest next = waiting(enterIn(fresh, Role.CASE_MANAGER).user());
    assertThat(approvals.toDecide(node)).as("now they have their own").doesNotContain(next);
    assertThat(approvals.deciders(next)).containsExactly(first.id());
  }

  /** Whoever reads the log, verifies law or rules the house is made by two persons. */
  @Test
  void oneAdministratorAloneMakesNoAuditorAndNoProgrammeManager() {
    for (Role role :
        List.of(Role.AUDITOR, Role.NODE_AUDITOR, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR)) {
      Users.Created created = enter(role);
      assertThat(created.link()).as("no link for " + role).isNull();
      assertThat(now(created.user()).roles()).as("no role yet").isEmpty();
      assertThat(waiting(created.user()).kind()).isEqualTo("role.grant");
      User trainer = Staff.user(house, organisation, Role.TRAINER).user();
      assertThat(users.setRoles(asker, trainer.id(), Set.of(role))).as(role.name()).isPresent();
      assertThat(now(trainer).roles()).containsExactly(Role.TRAINER);
    }
  }

  @Test
  void twoWhoAskForTheSameAtOneMomentAskOnce() throws Exception {
    User colleague = Staff.user(house, organisation, Role.TRAINER).user();
    List<Callable<Boolean>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          () -> {
            try {
              return users.setRoles(asker, colleague.id(), Set.of(Role.ANALYST)).isPresent();
            } catch (Refused waitsAlready) {
              return false;
            }
          });
    }
    assertThat(AtOnce.all(both)).containsExactlyInAnyOrder(true, false);
    assertThat(users.waiting(colleague.id())).hasSize(1);
  }

  @Test
  void everyStepIsLoggedAndNoNameStandsInTheTable() {
    User colleague = enter(Role.CASE_MANAGER).user();
    ApprovalRequest request = waiting(colleague);
    approvals.decline(second(), request.id(), "Ask Marijana first.");
    List<String> lines =
        house
            .db()
            .sql(
                """
                select action from audit_entry
                 where subject = :id and action like 'approval.%' order by number
                """)
            .param("id", colleague.id())
            .query(String.class)
            .list();
    assertThat(lines).containsExactly("approval.asked", "approval.declined");
    byte[] stored =
        house
            .db()
            .sql("select reason from approval_request where id = :id")
            .param("id", request.id())
            .query((row, i) -> row.getBytes("reason"))
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("Marijana");
  }

  @Test
  void thePagesLeadFromAskingToDeciding() {
    User colleague = enter(Role.CASE_MANAGER).user();
    ApprovalRequest request = waiting(colleague);
    Browser decides = supervisor.browser();
    assertThat(decides.get("/").body()).contains("Decide one request");
    String page = decides.get("/house/approvals").body();
    assertThat(page).contains(request.code(), colleague.login(), "Case manager");
    assertThat(decides.post("/house/approvals/" + request.id() + "/decline").status())
        .as("a reason is needed")
        .isEqualTo(422);
    decides.get("/house/approvals");
    assertThat(decides.post("/house/approvals/" + request.id() + "/approve").location())
        .isEqualTo("/house/approvals");
    assertThat(now(colleague).roles()).containsExactly(Role.CASE_MANAGER);
    assertThat(decides.get("/").body()).contains("Approved and carried out: New user Ivana P.");

    Browser asks = administrator.browser();
    assertThat(asks.get("/house/approvals").body()).contains(request.code(), "Approved");
    ApprovalRequest other = waiting(enter(Role.PROSECUTOR).user());
    asks.get("/house/approvals");
    assertThat(asks.post("/house/approvals/" + other.id() + "/approve").status()).isEqualTo(404);
    asks.get("/house/approvals");
    assertThat(asks.post("/house/approvals/" + other.id() + "/withdraw").status()).isEqualTo(302);
    assertThat(new Browser(house).get("/house/approve").status())
        .as("the operator's address is not there")
        .isEqualTo(404);
  }

  private Users.Created enter(Role role) {
    return enterIn(organisation, role);
  }

  private Users.Created enterIn(UUID where, Role role) {
    String login = house.get(Identifiers.class).shortCode().replace("-", ".") + "@test.example";
    return users.create(asker, new UserDraft(login, "Ivana P.", where, "en", Set.of(role)));
  }

  private ApprovalRequest waiting(User user) {
    return users.waiting(user.id()).get(0);
  }

  private User now(User user) {
    return users.find(user.id()).orElseThrow();
  }

  private SignedIn second() {
    return Staff.signedIn(supervisor.user());
  }
}
