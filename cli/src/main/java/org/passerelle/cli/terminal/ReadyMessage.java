package org.passerelle.cli.terminal;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Users;
import org.passerelle.demo.DemoCaseload;
import org.springframework.context.ApplicationContext;

/** Message for the operator when the server is ready. */
public final class ReadyMessage {
  private ReadyMessage() {}

  public static void print(
      PrintWriter out, ApplicationContext house, String address, boolean demo) {
    out.println("Passerelle is open at " + address);
    if (demo) {
      out.println();
      out.println(
          "A demonstration: all people and cases are invented, on this machine only. Enter no real person.");
      out.println("Everybody's password: " + DemoUsers.PASSWORD);
      out.println("Generated from the seed " + DemoCaseload.SEED + "; the same people every time.");
      List<User> users = house.getBean(Users.class).all();
      Map<UUID, Long> sizes =
          users.stream().collect(Collectors.groupingBy(User::organisation, Collectors.counting()));
      // in the largest organisation nearly every role exists, so that its users work on the same
      // cases
      Comparator<User> largestFirst =
          Comparator.comparing(u -> -sizes.getOrDefault(u.organisation(), 0L));
      for (Role role : Role.values()) {
        users.stream()
            .filter(u -> u.active() && u.roles().contains(role))
            .min(largestFirst.thenComparing(User::login))
            .ifPresent(u -> out.printf("  %-26s %s%n", words(role), u.login()));
      }
      out.println();
    }
    out.printf(
        Locale.ROOT,
        "Memory: a heap of at most %d MB; PASSERELLE_MEMORY=4g before the command changes it.%n",
        Runtime.getRuntime().maxMemory() >> 20);
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private static String words(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
