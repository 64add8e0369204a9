/** How the launcher asks a running house about its log. */
@NullMarked
package org.passerelle.audit.web;

import org.jspecify.annotations.NullMarked;
