package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * The one place that decides who may call what: the handler's own declaration, else nobody. Files
 * shipped with the program are open.
 */
@Component
public class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {
  private final Supplier<List<HandlerMapping>> mappings;

  /** To search a method for its declarations takes a tenth of the time of a page. */
  private final Map<HandlerMethod, Declared> read = new ConcurrentHashMap<>();

  RouteRules(ObjectProvider<HandlerMapping> mappings) {
    // the mappings need the security rules first
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
   * What a handler declares.
   *
   * @param allowed null if it is open or declares nothing
   * @param scope what a program's token must hold; null where people come with a session
   */
  public record Declared(boolean open, @Nullable Allowed allowed, @Nullable Scope scope) {}

  /** The declaration of the method, else of its class. */
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

  /** The handler that would serve the request; none if there is no such route. */
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
      // wrong method or media type for a known path: no handler, nobody may call it
      return null;
    } finally {
      if (!parsed) {
        ServletRequestPathUtils.clearParsedRequestPath(request);
      }
    }
  }
}
