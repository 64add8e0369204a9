package org.passerelle.house.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.access.Allowed;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.Scope;
import org.passerelle.access.SignedInAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The single place that decides who may call a route: the handler's own declaration; without one,
 * nobody. Static files of the application are open.
 */
@Component
@PublicProcess
public class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {
  private final Supplier<List<HandlerMapping>> mappings;

  /** Cache: searching a method for its annotations takes a tenth of a page's time. */
  private final Map<HandlerMethod, Declared> read = new ConcurrentHashMap<>();

  RouteRules(ObjectProvider<HandlerMapping> mappings) {
    // lazy: the mappings themselves depend on the security rules
    this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    Object handler = handler(context.getRequest());
    if (handler instanceof ResourceHttpRequestHandler) {
      return new AuthorizationDecision(true);
    }
    return new AuthorizationDecision(
        handler instanceof HandlerMethod method && allowed(method, authentication.get()));
  }

  private boolean allowed(HandlerMethod method, @Nullable Authentication authentication) {
    Declared declared = read.computeIfAbsent(method, RouteRules::declared);
    if (declared.open()) {
      return true;
    }
    Allowed allowed = declared.allowed();
    return allowed != null
        && authentication instanceof SignedInAuthentication signedIn
        && signedIn.allows(declared.scope())
        && (allowed.value().length == 0 || signedIn.getPrincipal().is(allowed.value()));
  }

  /**
   * The access rule that a handler declares.
   *
   * @param allowed null if it is open or declares nothing
   * @param scope scope that a program's token must hold; null for routes used with a session
   */
  public record Declared(boolean open, @Nullable Allowed allowed, @Nullable Scope scope) {}

  /** The declaration of the method, otherwise of its class. */
  public static Declared declared(HandlerMethod handler) {
    Scope scope = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Scope.class);
    Allowed onMethod =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
    if (onMethod != null) {
      return new Declared(false, onMethod, scope);
    }
    if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), OpenToAll.class)) {
      return new Declared(true, null, scope);
    }
    Allowed onClass =
        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
    if (onClass != null) {
      return new Declared(false, onClass, scope);
    }
    return new Declared(
        AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), OpenToAll.class), null, scope);
  }

  /** Whether there is such a route for somebody who is not signed in. */
  boolean isOpen(HttpServletRequest request) {
    return handler(request) instanceof HandlerMethod method && allowed(method, null);
  }

  /** The handler that would serve the request; null if there is no such route. */
  private @Nullable Object handler(HttpServletRequest request) {
    boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
    if (!parsed) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    try {
      for (HandlerMapping mapping : mappings.get()) {
        HandlerExecutionChain chain = mapping.getHandler(request);
        if (chain != null) {
          return chain.getHandler();
        }
      }
      return null;
    } catch (Exception notServed) {
      // wrong method or media type for a known path: no handler, so nobody may call it
      return null;
    } finally {
      if (!parsed) {
        ServletRequestPathUtils.clearParsedRequestPath(request);
      }
    }
  }
}
