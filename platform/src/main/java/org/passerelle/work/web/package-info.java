/** Pages of background work. */
@NullMarked
package org.passerelle.work.web;

import org.jspecify.annotations.NullMarked;
