/** Page of risk assessments. */
@NullMarked
package org.passerelle.protect.casework.safety.risk.web;

import org.jspecify.annotations.NullMarked;
