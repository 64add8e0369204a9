package org.passerelle.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Everybody signed in who works in the rooms: all roles but the administrator's and the auditor's.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.DATA_PROTECTION_OFFICER,
  Role.FOCAL_POINT,
  Role.PROSECUTOR,
  Role.ANALYST,
  Role.PROGRAMME_MANAGER,
  Role.STEERING_MEMBER,
  Role.TRAINER
})
public @interface AllowedToStaff {}
