package org.passerelle.demo;

import org.passerelle.demo.prevention.DemoPrevention;
import org.springframework.stereotype.Component;

/**
 * Care in the demonstration: protection, prevention, plans, services, durable solutions,
 * compensation, follow-up, night duty, data protection, a form draft and reports.
 */
@Component
record DemoCare(
    DemoProtection protection,
    DemoPrevention prevention,
    DemoPlans plans,
    DemoServices services,
    DemoDuty duty,
    DemoSolutions solutions,
    DemoClaims claims,
    DemoFollowUps followUps,
    DemoConsents consents,
    DemoDataProtection dataProtection,
    DemoForms forms,
    DemoReports reports) {}
