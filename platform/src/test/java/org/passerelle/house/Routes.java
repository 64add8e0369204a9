package org.passerelle.house;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.house.security.RouteRules;
import org.passerelle.storage.House;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the house answers, read from the code, so that none is forgotten. */
public final class Routes {
  private Routes() {}

  /** An address, with its variables in braces. */
  public record Route(String method, String path, HandlerMethod handler) {
    RouteRules.Declared declared() {
      return RouteRules.declared(handler);
    }

    public boolean isApi() {
      return path.startsWith("/api/");
    }

    /** Whether somebody with this role may call it. */
    public boolean open(Role role) {
      Allowed allowed = declared().allowed();
      return declared().open()
          || (allowed != null
              && (allowed.value().length == 0 || Arrays.asList(allowed.value()).contains(role)));
    }
  }

  /** All of them, sorted. */
  public static List<Route> of(House house) {
    TreeMap<String, Route> sorted = new TreeMap<>();
    house
        .get(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              // a library's own handlers declare nothing, so nobody may call them
              if (!handler.getBeanType().getName().startsWith("org.passerelle.")) {
                return;
              }
              for (String pattern : info.getPatternValues()) {
                for (String path : alternatives(pattern)) {
                  for (String method : methods(info)) {
                    sorted.put(path + " " + method, new Route(method, path, handler));
                  }
                }
              }
            });
    return List.copyOf(sorted.values());
  }

  /** A part that names its choices, such as {@code {room:partner|steer}}, is a route for each. */
  private static List<String> alternatives(String pattern) {
    Matcher choices = Pattern.compile("\\{\\w+:(\\w+(?:\\|\\w+)+)}").matcher(pattern);
    return choices.find()
        ? Arrays.stream(choices.group(1).split("\\|", -1))
            .map(
                choice ->
                    pattern.substring(0, choices.start())
                        + choice
                        + pattern.substring(choices.end()))
            .toList()
        : List.of(pattern);
  }

  private static List<String> methods(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
    return methods.isEmpty() ? List.of("ANY") : methods;
  }
}
