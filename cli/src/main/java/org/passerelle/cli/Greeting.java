package org.passerelle.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.access.DemoUsers;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.access.Users;
import org.springframework.context.ApplicationContext;

/** What the operator reads once the house stands. */
final class Greeting {
  private Greeting() {}

  static void print(PrintWriter out, ApplicationContext house, String address, boolean demo) {
    out.println("Passerelle is open at " + address);
    if (demo) {
      out.println();
      out.println(
          "A demonstration: all people and cases are invented, on this machine only. Enter no real person.");
      out.println("Everybody's password: " + DemoUsers.PASSWORD);
      List<User> users =
          house.getBean(Users.class).all().stream()
              .sorted(Comparator.comparing((User u) -> u.roles().size()).thenComparing(User::login))
              .toList();
      for (Role role : Role.values()) {
        users.stream()
            .filter(u -> u.active() && u.roles().contains(role))
            .findFirst()
            .ifPresent(u -> out.printf("  %-26s %s%n", words(role), u.login()));
      }
      out.println();
    }
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private static String words(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
