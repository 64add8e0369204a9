/** Pages of incidents. */
@NullMarked
package org.passerelle.protect.casework.safety.incident.web;

import org.jspecify.annotations.NullMarked;
