/** Orders for help on their way: order → dispatch → accept → review (点单、派单、接单、评单; product A07, S17). */
package org.linli.activity.request;
