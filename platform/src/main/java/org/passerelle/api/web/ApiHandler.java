package org.passerelle.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A handler of the API: JSON request and response, below {@code /api/v1}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping
@interface ApiHandler {
  /** Path of the handler. */
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String value();
}
