/** Endpoints for phones, and pages on which colleagues manage them. */
@NullMarked
package org.passerelle.protect.casework.phone.web;

import org.jspecify.annotations.NullMarked;
