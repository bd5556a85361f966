package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class SampleTest {

    Surroundings surroundings;

    @Test
    void whatIsWrittenOverHttpStandsInTheDatabase() {
        String token = surroundings.issuer().tokenFor(Surroundings.anyone());
        String id = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"a\",\"division\":\"530103005005\",\"minutes\":5}")
                .post("/api/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().auth().oauth2(token).get("/api/v1/notes/" + id).then().body("minutes", is(5));
        assertThat(surroundings.database().count("select count(*) from note where id = ?::uuid", id))
                .isOne();
    }

    @Test
    void aStrangersTokenIsRefused() {
        given().auth()
                .oauth2(surroundings.issuer().forgedTokenFor("wang"))
                .get("/api/v1/notes/1")
                .then()
                .statusCode(401);
    }
}
