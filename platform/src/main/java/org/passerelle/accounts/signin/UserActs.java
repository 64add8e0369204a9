package org.passerelle.accounts.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Actions on users that need two persons: granting a role that gives access to cases or administers
 * the node, and removing password and second factors so that the user starts again.
 */
@Configuration
class UserActs {
  static final String ROLES = "role.grant";
  static final String RESET = "sign-in.reset";

  @Bean
  TwoPersonAct roleGrant(UserRows users, UserPowers powers) {
    return new UserAct(
        ROLES,
        (request, page) -> {
          User user = users.find(request.subject().id()).orElse(null);
          Set<Role> before = roles(request.part("before"));
          return page.text(
              before.isEmpty() ? "approval.say.role.grant-new" : "approval.say.role.grant",
              name(user),
              login(user),
              words(roles(request.part("after")), page),
              words(before, page));
        },
        (request, decidedBy) ->
            powers.grant(
                decidedBy,
                request.subject().id(),
                request.part("before"),
                roles(request.part("after")),
                request.askedBy()));
  }

  @Bean
  TwoPersonAct signInReset(UserRows users, UserPowers powers) {
    return new UserAct(
        RESET,
        (request, page) -> {
          User user = users.find(request.subject().id()).orElse(null);
          return page.text("approval.say.sign-in.reset", name(user), login(user));
        },
        (request, decidedBy) -> powers.reset(decidedBy, request.subject().id(), request.askedBy()));
  }

  /**
   * An action on a user: the rules demand two persons, and users who know the account decide.
   *
   * @param sentence description for the decider
   * @param act the action, with the approver
   */
  private record UserAct(
      String kind,
      BiFunction<ApprovalRequest, Page, String> sentence,
      BiConsumer<ApprovalRequest, SignedIn> act)
      implements TwoPersonAct {
    @Override
    public boolean demanded() {
      return true;
    }

    @Override
    public Set<Role> deciders() {
      return Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR);
    }

    @Override
    public Shown shown(ApprovalRequest request, Page page) {
      return new Shown(sentence.apply(request, page), "");
    }

    @Override
    public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
      act.accept(request, decidedBy);
    }
  }

  private static String name(@Nullable User user) {
    return user == null ? "" : user.name();
  }

  private static String login(@Nullable User user) {
    return user == null ? "" : user.login();
  }

  private static Set<Role> roles(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .filter(c -> !c.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }

  private static String words(Set<Role> roles, Page page) {
    return roles.stream()
        .sorted()
        .map(r -> page.text("role." + r.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }
}
